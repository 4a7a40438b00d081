package org.tegata.bl.domain;

/**
 * The document as the carrier shows it, byte for byte: our XML for bills drafted here, whatever came with the first
 * envelope for others (DCSA {@code eBLVisualisationByCarrier}); it travels unchanged with every transfer.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Visualisation(String name, String mediaType, byte[] content) {}
