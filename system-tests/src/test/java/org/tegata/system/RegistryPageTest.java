package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tegata.seal.SealRejected;
import org.tegata.seal.VerificationKey;

/** docs/services/bl-registry.md: the signed act that it shows is one. */
class RegistryPageTest {

    private static final String ACT = "act+jws";

    @Test
    void shouldShowASignedActThatVerifies() throws SealRejected, IOException {
        var key = VerificationKey.fromJwk(block("json jwk"));
        byte[] signed = key.verify(block("text jws"), ACT);
        assertThat(EventCatalogue.JSON.readTree(signed))
                .isEqualTo(EventCatalogue.JSON.readTree(block("json statement")));
        assertThatThrownBy(() -> key.verify(block("text jws"), "key+jws")).isInstanceOf(SealRejected.class);
    }

    @Test
    void shouldNameEveryActAndEveryStatus() {
        String page = page();
        assertThat(constants("TitleAct")).hasSizeGreaterThan(10).allMatch(act -> page.contains("| `" + act + "` |"));
        assertThat(constants("BillStatus")).hasSizeGreaterThan(8).allMatch(status -> page.contains("--> " + status));
    }

    @Test
    void shouldNameEveryEventOfABill() {
        String page = page();
        assertThat(EventCatalogue.events().keySet().stream().filter(name -> name.startsWith("bill.")))
                .hasSizeGreaterThan(10)
                .allMatch(name -> page.contains("`" + name + "`"));
    }

    private static String page() {
        return Workspace.read(Workspace.at("docs/services/bl-registry.md"));
    }

    /** The fenced block of that kind, in one line. */
    private static String block(String kind) {
        var found = Pattern.compile("(?s)```" + kind + "\n(.*?)```").matcher(page());
        assertThat(found.find()).as(kind).isTrue();
        return found.group(1).replaceAll("\\s+", "");
    }

    private static List<String> constants(String type) {
        String source =
                Workspace.read(Workspace.at("bl-registry/src/main/java/org/tegata/bl/domain/" + type + ".java"));
        String body = source.substring(source.indexOf("public enum " + type));
        return Pattern.compile("(?m)^ {4}([A-Z][A-Z_]+)(?:\\(.*|[,;])$")
                .matcher(body)
                .results()
                .map(constant -> constant.group(1))
                .toList();
    }
}
