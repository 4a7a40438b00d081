package org.tegata.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param id the same on every repeat
 * @param sequence the document's version after the change; a lower one than already seen is old news
 */
public record ReceivedEvent(String id, String type, UUID subject, long sequence, Instant time, JsonNode data) {}
