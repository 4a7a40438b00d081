package org.tegata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.seal.VerificationKey;

/** Somebody makes a key, acts with it over HTTP and verifies the record; and does it wrong in all ways. */
class OwnKeyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT = "{\"billId\":\"b\",\"head\":\"h\",\"act\":\"SIGN\",\"actor\":\"GLEIF:A\"}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path key;
    private String publicJwk;
    private StandInRegister register;

    @BeforeEach
    void start() throws IOException {
        key = folder.resolve("my.jwk");
        assertThat(run("key", "new", key.toString())).isZero();
        publicJwk = out().strip();
        register = new StandInRegister(publicJwk);
    }

    @AfterEach
    void stop() {
        register.close();
    }

    @Test
    void shouldMakeAKeyThatOnlyItsOwnerCanReadAndPrintThePublicHalf() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(JSON.readTree(publicJwk).has("d")).isFalse();
        assertThat(JSON.readTree(publicJwk).path("crv").asText()).isEqualTo("P-256");
        assertThat(run("key", "show", key.toString())).isZero();
        assertThat(JSON.readTree(out())).isEqualTo(JSON.readTree(publicJwk));
        assertThat(run("key", "new", "--ed25519", folder.resolve("ed.jwk").toString()))
                .isZero();
        assertThat(JSON.readTree(out()).path("crv").asText()).isEqualTo("Ed25519");
    }

    @Test
    void shouldNeverOverwriteAKeyNotEvenThroughALink() throws IOException {
        String before = Files.readString(key);
        assertThat(run("key", "new", key.toString())).isEqualTo(2);
        assertThat(err()).contains("is there already").doesNotContain("\tat ");
        Path link = Files.createSymbolicLink(folder.resolve("link.jwk"), folder.resolve("nowhere"));
        assertThat(run("key", "new", link.toString())).isEqualTo(2);
        assertThat(Files.readString(key)).isEqualTo(before);
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(run("key", "new", folder.resolve("no/such/folder.jwk").toString()))
                .isEqualTo(2);
        assertThat(out()).isEmpty();
    }

    @Test
    void shouldNeverQuoteAKeyThatItCannotUse() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.jwk"), "{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldA\"}");
        assertThat(run("key", "show", odd.toString())).isEqualTo(2);
        assertThat(run("sign-act", "--key", odd.toString(), statement(STATEMENT)))
                .isEqualTo(2);
        assertThat(run("key", "show", folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(err())
                .contains("holds no private key", "there is no key file")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void shouldWarnWhenOthersCanReadTheKey() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("key", "show", key.toString())).isZero();
        assertThat(err()).contains("other users can read");
    }

    @Test
    void shouldSignAStatementOffline() throws Exception {
        assertThat(run("sign-act", "--key", key.toString(), statement(STATEMENT)))
                .isZero();
        JsonNode signed = verified(out().strip());
        assertThat(signed.path("act").asText()).isEqualTo("SIGN");
        assertThat(signed.path("signedAt").asText()).matches("20\\d\\d-.*T.*\\.\\d{3}Z");
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(STATEMENT
                    .replace("}", ",\"signedAt\":\"2026-01-01T00:00:00.000Z\",\"place\":\"神戸\"}")
                    .getBytes(StandardCharsets.UTF_8)));
            assertThat(run("sign-act", "--key", key.toString())).isZero();
        } finally {
            System.setIn(before);
        }
        JsonNode dated = verified(out().strip());
        assertThat(dated.path("signedAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(dated.path("place").asText()).isEqualTo("神戸");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{\"billId\":\"b\"}", "{\"a\":1,\"a\":2}", STATEMENT + STATEMENT, "nonsense"})
    void shouldSignNothingThatIsNoStatement(String text) throws IOException {
        assertThat(run("sign-act", "--key", key.toString(), statement(text))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("tegata: nothing was signed: ").doesNotContain("\tat ");
    }

    @Test
    void shouldActOnTheHeadThatTheRegisterShows() throws Exception {
        String head = register.head();
        assertThat(act("transfer", "--recipient", "GLEIF:TGTACONFBANK00000187", "--platform", "TGTB"))
                .as(err())
                .isZero();
        assertThat(JSON.readTree(out()).path("version").asInt()).isEqualTo(2);
        assertThat(err()).contains("tegata: done, version 2, held by 手形");
        JsonNode signed = register.statements.get(0);
        assertThat(signed.path("head").asText()).isEqualTo(head);
        assertThat(signed.path("act").asText()).isEqualTo("TRANSFER");
        assertThat(signed.path("actor").asText()).isEqualTo(StandInRegister.ACTOR);
        assertThat(signed.at("/recipient/eblPlatform").asText()).isEqualTo("TGTB");
        assertThat(signed.path("recipient").has("partyName")).isFalse();
    }

    @Test
    void shouldSignThePreparedManifestToIssue() throws Exception {
        assertThat(act("ISSUE")).as(err()).isZero();
        String manifest =
                register.statements.get(0).path("issuanceManifestSignedContent").asText();
        assertThat(new String(
                        new org.tegata.seal.SealVerifier(
                                        org.tegata.seal.TrustedKeys.fromJwks("{\"keys\":[" + publicJwk + "]}"))
                                .verify(manifest),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"documentChecksum\":\"ab\"}");
    }

    @Test
    void shouldSayWhoWasFirstWhenTheHeadHasMoved() throws Exception {
        register.somebodyIsFaster = true;
        assertThat(act("surrender-for-delivery")).isOne();
        assertThat(err())
                .contains("409 head-moved", "Somebody has acted first", "First was SIGN by GLEIF:TGTACONFBANK00000187")
                .contains("version 2");
        assertThat(out()).isEmpty();
        assertThat(register.statements).isEmpty();
    }

    @Test
    void shouldActOnceWhenTheAnswerIsLostAndWhenTheCallerAsksAgain() throws Exception {
        String head = register.head();
        register.lostAnswers = 2;
        assertThat(act("sign", "--head", head)).as(err()).isZero();
        assertThat(act("sign", "--head", head)).as(err()).isZero();
        assertThat(register.statements).hasSize(1);
        assertThat(register.idempotencyKeys).hasSizeGreaterThan(2);
        assertThat(register.idempotencyKeys.stream().distinct()).hasSize(1);
    }

    @Test
    void shouldShowARefusalInOneLineThatNoTerminalObeys() throws IOException {
        Path foreign = folder.resolve("foreign.jwk");
        assertThat(run("key", "new", foreign.toString())).isZero();
        key = foreign;
        assertThat(act("sign")).isOne();
        assertThat(err().strip())
                .contains("422 act-signature-rejected")
                .doesNotContain("\u001b")
                .doesNotContain("\n");
    }

    @Test
    void shouldRefuseWrongUse() {
        assertThat(act("fly")).isEqualTo(2);
        assertThat(act("sign", "--bill", "../../parties")).isEqualTo(2);
        assertThat(act("transfer", "--recipient-name", "Minato")).isEqualTo(2);
        assertThat(act("sign", "--registry", "ftp://x")).isEqualTo(2);
        assertThat(act("sign", "--token", "a b\nX: y")).isEqualTo(2);
        assertThat(act("sign", "--token", "e30.e30.c2ln")).isEqualTo(2);
        assertThat(run("act", "sign", "--bill", StandInRegister.BILL, "--key", key.toString()))
                .isEqualTo(2);
        assertThat(run("act", "sign", "--bill", StandInRegister.BILL)).isEqualTo(2);
        assertThat(err())
                .contains("is no act", "no id of a bill", "--recipient is missing", "is no address", "TEGATA_TOKEN");
        assertThat(register.statements).isEmpty();
    }

    @Test
    void shouldTellThatTheTokenIsNotTaken() {
        assertThat(act("sign", "--token", StandInRegister.token() + "x")).isOne();
        assertThat(err()).contains("401");
    }

    @Test
    void shouldVerifyARecordAndAgainOfflineFromAFile() throws Exception {
        assertThat(act("sign")).isZero();
        Path saved = folder.resolve("record.json");
        assertThat(online("verify-chain", "--bill", StandInRegister.BILL, "--save", saved.toString()))
                .as(err())
                .isZero();
        assertThat(out())
                .contains("sound: bill " + StandInRegister.BILL + ", 2 entries hold, 1 of them signed")
                .doesNotContain("before signed acts");
        register.close();
        assertThat(run("verify-chain", saved.toString())).isZero();
    }

    @Test
    void shouldTellHowManyEntriesAreFromBeforeSignedActs() {
        register.somebodyIsFaster = true;
        assertThat(act("sign")).isOne();
        register.somebodyIsFaster = false;
        assertThat(act("sign")).as(err()).isZero();
        assertThat(online("verify-chain", "--bill", StandInRegister.BILL)).isZero();
        assertThat(out())
                .contains("sound: bill " + StandInRegister.BILL + ", 3 entries hold, 1 of them signed")
                .contains("by the party that acted, 1 entry from before signed acts");
    }

    @Test
    void shouldNameTheFirstBrokenEntry() throws Exception {
        assertThat(act("sign")).isZero();
        assertThat(act("sign")).isZero();
        Path saved = folder.resolve("record.json");
        assertThat(online("verify-chain", "--bill", StandInRegister.BILL, "--save", saved.toString()))
                .isZero();
        ObjectNode record = (ObjectNode) JSON.readTree(saved.toFile());
        ((com.fasterxml.jackson.databind.node.ArrayNode) record.at("/chain/entries")).remove(1);
        Files.writeString(saved, record.toString());
        assertThat(run("verify-chain", saved.toString())).isOne();
        assertThat(out()).contains("NOT  entry 2: it does not follow the one before", "broken: bill");
        record.putObject("partyKeys");
        Files.writeString(saved, record.toString());
        assertThat(run("verify-chain", saved.toString())).isOne();
        Files.writeString(saved, "{}");
        assertThat(run("verify-chain", saved.toString())).isEqualTo(2);
        assertThat(run("verify-chain")).isEqualTo(2);
        assertThat(run("verify-chain", folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(err()).contains("no saved chain", "there is no file").doesNotContain("\tat ");
    }

    private int act(String... arguments) {
        List<String> all = new ArrayList<>(List.of("act"));
        all.addAll(List.of(arguments));
        if (!all.contains("--bill")) {
            all.addAll(List.of("--bill", StandInRegister.BILL));
        }
        all.addAll(List.of("--key", key.toString()));
        return online(all.toArray(String[]::new));
    }

    private int online(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--registry")) {
            all.addAll(List.of("--registry", register.url()));
        }
        if (!all.contains("--token")) {
            all.addAll(List.of("--token", StandInRegister.token()));
        }
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Tegata.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String statement(String text) throws IOException {
        return Files.writeString(folder.resolve("statement.json"), text).toString();
    }

    private JsonNode verified(String jws) throws Exception {
        return JSON.readTree(VerificationKey.fromJwk(publicJwk).verify(jws, "act+jws"));
    }

    private String out() {
        return out.toString();
    }

    private String err() {
        return err.toString();
    }
}
