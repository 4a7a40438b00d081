package org.tegata.bl.domain;

/** What others verify the register's seals with. */
public interface RegisterKeys {

    /** The public keys as a JWK set (RFC 7517). */
    String publicJwks();

    /** A statement of the register, signed with its present key: JWS compact with that {@code typ}. */
    String sign(String type, byte[] payload);
}
