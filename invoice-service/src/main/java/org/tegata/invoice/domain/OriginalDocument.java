package org.tegata.invoice.domain;

/**
 * A document as somebody sent it: the legal record (ADR 10).
 *
 * @param bytes as they came
 * @param mediaType {@link #XML} or {@link #PDF}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the record itself and are passed on, never compared
public record OriginalDocument(byte[] bytes, String mediaType) {

    public static final String XML = "application/xml";

    /** A hybrid invoice (Factur-X, ZUGFeRD): a PDF for people that carries its XML as an attachment. */
    public static final String PDF = "application/pdf";

    public OriginalDocument {
        if (!mediaType.equals(XML) && !mediaType.equals(PDF)) {
            throw new IllegalArgumentException("an invoice is XML or PDF, not " + mediaType);
        }
    }

    public boolean isPdf() {
        return mediaType.equals(PDF);
    }
}
