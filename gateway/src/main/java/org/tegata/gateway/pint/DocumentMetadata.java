package org.tegata.gateway.pint;

import com.fasterxml.jackson.databind.JsonNode;

/** What a manifest declares about a document that travels beside the bill (DCSA PINT 3.0.0, DocumentMetadata). */
public record DocumentMetadata(String name, long size, String mediaType, String documentChecksum) {

    private static final int MAX_NAME = 1000;
    private static final int MAX_MEDIA_TYPE = 100;

    /** Of a document that we send. */
    public static DocumentMetadata of(String name, String mediaType, byte[] content) {
        return new DocumentMetadata(name, content.length, mediaType, Checksum.of(content));
    }

    static DocumentMetadata read(Payload payload) {
        JsonNode size = payload.content().get("size");
        if (size == null || !size.isNumber() || !size.canConvertToExactIntegral() || size.longValue() < 1) {
            throw payload.wrong("size", "must be a whole number from 1");
        }
        return new DocumentMetadata(
                payload.text("name", MAX_NAME),
                size.longValue(),
                payload.text("mediaType", MAX_MEDIA_TYPE),
                payload.checksum("documentChecksum"));
    }

    /** Whether these bytes are the document that was declared: size and SHA-256. */
    public boolean describes(byte[] content) {
        return content.length == size && Checksum.of(content).equals(documentChecksum);
    }
}
