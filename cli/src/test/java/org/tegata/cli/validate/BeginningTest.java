package org.tegata.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BeginningTest {
    private static final String BILL = """
            \ufeff<?xml version="1.0"?>
            <!-- not <this:One> -->
            <?and not="this"?>
            <rsm:MaritimeBillOfLading xmlns:rsm="urn:x">""";

    @Test
    void shouldFindTheRootBehindPrologAndComments() {
        assertThat(of(BILL).root()).isEqualTo("MaritimeBillOfLading");
        assertThat(of("<A/>").root()).isEqualTo("A");
        assertThat(of("<a:B>").root()).isEqualTo("B");
        assertThat(of(" \n<A\tb='c'>").root()).isEqualTo("A");
    }

    @Test
    void shouldFindTheRootWhateverTheEncoding() {
        assertThat(Beginning.of(BILL.getBytes(StandardCharsets.UTF_16LE)).root())
                .isEqualTo("MaritimeBillOfLading");
        assertThat(Beginning.of(BILL.getBytes(StandardCharsets.UTF_16BE)).root())
                .isEqualTo("MaritimeBillOfLading");
    }

    @Test
    void shouldFindNoRootWhenThereIsNone() {
        for (String text : new String[] {
            "", "<", "<!--", "<!-- MaritimeBillOfLading", "<?xml", "{\"a\":\"<A>\"}", "<!DOCTYPE A []><A/>", "A<B/>"
        }) {
            assertThat(of(text).root()).as(text).doesNotContain("MaritimeBillOfLading", "B");
        }
        assertThat(of("<!-- x -->".repeat(10_000) + "<A/>").root())
                .as("too far down")
                .isEmpty();
    }

    @Test
    void shouldTellJsonByItsFirstSign() {
        assertThat(of("\ufeff \r\n{").isJson()).isTrue();
        assertThat(of("[1]").isJson()).isTrue();
        assertThat(of("<a>{").isJson()).isFalse();
        assertThat(of("").isJson()).isFalse();
        assertThat(of("\"{\"").isJson()).isFalse();
    }

    private static Beginning of(String text) {
        return Beginning.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
