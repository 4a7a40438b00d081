package org.tegata.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void shouldMatchThePublishedVector() {
        // FIPS 180-4's example "abc"
        var abc = "abc".getBytes(StandardCharsets.US_ASCII);

        assertThat(Digest.sha256Hex(abc)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Digest.reprDigest(abc)).isEqualTo("sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:");
    }
}
