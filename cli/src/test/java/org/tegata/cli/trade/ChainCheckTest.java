package org.tegata.cli.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

class ChainCheckTest {
    private final Sealer register = Sealer.fromJwk(Keys.newEcKeyJwk());
    private final ChainCheck check = new ChainCheck(register.publicJwks());
    private final String first = register.seal("{\"act\":\"ISSUE\"}");
    private final String second = register.seal("{\"act\":\"TRANSFER\",\"previous\":\"" + sha(first) + "\"}");

    @Test
    void shouldReadASoundChain() {
        ChainCheck.Result result = check.verify(List.of(first, second));
        assertThat(result.sound()).isTrue();
        assertThat(result.acts()).containsExactly("ISSUE", "TRANSFER");
    }

    @Test
    void shouldNoticeAMissingEntry() {
        assertThat(check.verify(List.of(second)).sound()).isFalse();
        assertThat(check.verify(List.of()).sound()).isFalse();
    }

    @Test
    void shouldNoticeAnEntryOfAnotherKey() {
        Sealer forger = Sealer.fromJwk(Keys.newEcKeyJwk());
        String forged = forger.seal("{\"act\":\"TRANSFER\",\"previous\":\"" + sha(first) + "\"}");
        assertThat(check.verify(List.of(first, forged)).sound()).isFalse();
        assertThat(check.payload(forged).isMissingNode()).isTrue();
    }

    private static String sha(String seal) {
        return Stage.sha256Hex(seal.getBytes(StandardCharsets.US_ASCII));
    }
}
