package org.tegata.outbox;

import java.util.UUID;

/**
 * Something that happened to a document, before it is wrapped as a CloudEvent.
 *
 * @param type past participle with version, such as {@code invoice.issued.v1}
 * @param topic the aggregate type's topic, such as {@code invoices}
 * @param subject the document's id: the CloudEvents subject and the Kafka key
 * @param sequence the document's version after the change: 1, 2, 3 without gaps
 * @param data what is told; written as JSON
 */
public record Event(String type, String topic, UUID subject, long sequence, Object data) {}
