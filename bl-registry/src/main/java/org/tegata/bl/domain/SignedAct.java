package org.tegata.bl.domain;

/**
 * An act with the signature of its actor, verified.
 *
 * @param keyId RFC 7638 thumbprint of the key that signed
 * @param jws JWS compact over the statement, as it came or as the custodied key made it
 */
public record SignedAct(ActStatement statement, String keyId, String jws) {}
