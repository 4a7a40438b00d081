package org.tegata.system.history;

import java.util.List;
import java.util.Map;

/**
 * What is left when the clients have gone.
 *
 * @param records the record of each bill, ordered by version
 * @param outbox the events that the database holds
 * @param topic the events on the topic in the order of their offsets, repeats included
 */
public record Evidence(Map<String, List<Entry>> records, List<Event> outbox, List<Event> topic) {}
