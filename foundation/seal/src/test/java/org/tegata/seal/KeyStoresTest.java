package org.tegata.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Custodied keys: in a PKCS#12 file, and in a PKCS#11 token that keeps them. */
class KeyStoresTest {

    private static final String PIN = "correct-horse";

    @TempDir
    Path folder;

    private record Ended(int code, List<String> lines) {}

    @Nested
    class Pkcs12 {

        @Test
        void shouldSignWithAKeyFromTheFile() throws Exception {
            var sealer = Sealer.fromKeyStore(KeyStores.pkcs12(file("EC", "secp256r1"), pin()), "seal", pin());
            verifyEverywhere(sealer.publicJwk(), sealer.seal("act+jws", new byte[] {'a'}));
            assertThat(sealer.publicJwk()).contains(sealer.keyId()).doesNotContain("\"d\"");
        }

        @Test
        void shouldRefuseOtherKeysAndNames() throws Exception {
            assertRefused(file("EC", "secp384r1"), "seal", PIN);
            assertRefused(file("RSA", ""), "seal", PIN);
            assertRefused(file("EC", "secp256r1"), "another", PIN);
        }

        @Test
        void shouldNotOpenWithAnotherPinNorTellIt() throws Exception {
            var file = file("EC", "secp256r1");
            assertThatThrownBy(() -> KeyStores.pkcs12(file, "battery-staple".toCharArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining("staple");
            assertThatThrownBy(() -> KeyStores.pkcs12(folder.resolve("none.p12"), pin()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> KeyStores.pkcs12(Files.writeString(folder.resolve("x.p12"), "no store"), pin()))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private void assertRefused(Path file, String alias, String pin) {
            var store = KeyStores.pkcs12(file, pin.toCharArray());
            assertThatThrownBy(() -> Sealer.fromKeyStore(store, alias, pin.toCharArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(alias)
                    .hasMessageNotContaining(PIN);
        }

        private Path file(String algorithm, String group) throws Exception {
            var file = folder.resolve(algorithm + group + ".p12");
            var command = new ArrayList<>(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
            command.addAll(List.of("-keyalg", algorithm));
            if (!group.isEmpty()) {
                command.addAll(List.of("-groupname", group));
            }
            keytool(command);
            return file;
        }
    }

    @Nested
    class Pkcs11 {

        @Test
        void shouldLetTheTokenSignAndKeepItsKey() throws Exception {
            var config = token();

            var ended = signer(config, PIN);

            assertThat(ended.code()).as("%s", ended.lines()).isZero();
            var lines = ended.lines();
            var jwk = lines.stream()
                    .filter(line -> line.startsWith("{"))
                    .findFirst()
                    .orElseThrow();
            assertThat(lines)
                    .contains("key stays: true", "registered JVM-wide: false")
                    .anyMatch(line -> line.contains("signatures by "));
            verifyEverywhere(jwk, lines.get(lines.size() - 2));
            assertThat(new SealVerifier(TrustedKeys.fromJwks("{\"keys\":[" + jwk + "]}"))
                            .verify(lines.get(lines.size() - 1)))
                    .asString()
                    .isEqualTo("b");
        }

        @Test
        void shouldStayLockedWithAnotherPin() throws Exception {
            var ended = signer(token(), "battery-staple");

            assertThat(ended.code()).isNotZero();
            assertThat(ended.lines())
                    .anyMatch(line -> line.contains("cannot be opened"))
                    .noneMatch(line -> line.contains("staple"));
        }

        @Test
        void shouldRefuseAConfigurationWithoutToken() throws Exception {
            var config = Files.writeString(folder.resolve("no.cfg"), "name = none\nlibrary = /nowhere/lib.so\n");
            assertThatThrownBy(() -> KeyStores.pkcs11(config, pin())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> KeyStores.pkcs11(folder.resolve("missing.cfg"), pin()))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        /** A token with one P-256 key and its certificate, made by the tools that an operator has. */
        private Path token() throws Exception {
            var library = softHsm();
            assumeTrue(library.isPresent(), "SoftHSM 2 is not installed (Debian: softhsm2): PKCS#11 is not shown here");
            var tokens = Files.createDirectory(folder.resolve("tokens"));
            Files.writeString(
                    folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
            succeed("softhsm2-util", "--init-token", "--free", "--label", "tegata", "--so-pin", PIN, "--pin", PIN);
            var config = Files.writeString(folder.resolve("token.cfg"), """
                    name = Token
                    library = %s
                    slotListIndex = 0
                    attributes(generate, CKO_PRIVATE_KEY, *) = {
                      CKA_SENSITIVE = true
                      CKA_EXTRACTABLE = false
                      CKA_SIGN = true
                    }
                    """.formatted(library.get()));
            keytool(List.of(
                    "-storetype",
                    "PKCS11",
                    "-keystore",
                    "NONE",
                    "-addprovider",
                    "SunPKCS11",
                    "-providerArg",
                    config.toString(),
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1"));
            return config;
        }

        private Ended signer(Path config, String pin) throws Exception {
            return run(List.of(
                    tool("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TokenSigner.class.getName(),
                    config.toString(),
                    pin,
                    "seal"));
        }

        private static Optional<Path> softHsm() {
            return Stream.of(
                            "/usr/lib/softhsm",
                            "/usr/lib/x86_64-linux-gnu/softhsm",
                            "/usr/lib/aarch64-linux-gnu/softhsm",
                            "/usr/lib64/softhsm",
                            "/usr/local/lib/softhsm",
                            "/opt/homebrew/lib/softhsm")
                    .map(directory -> Path.of(directory, "libsofthsm2.so"))
                    .filter(Files::exists)
                    .findFirst();
        }
    }

    private static char[] pin() {
        return PIN.toCharArray();
    }

    private void keytool(List<String> where) throws Exception {
        var command = new ArrayList<>(List.of(tool("keytool"), "-genkeypair", "-alias", "seal", "-storepass", PIN));
        command.addAll(List.of("-dname", "CN=Tegata test", "-validity", "30"));
        command.addAll(where);
        succeed(command.toArray(String[]::new));
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void succeed(String... command) throws Exception {
        var ended = run(Arrays.asList(command));
        assertThat(ended.code()).as("%s: %s", command[0], ended.lines()).isZero();
    }

    private Ended run(List<String> command) throws Exception {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(command.get(0)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
    }

    private static void verifyEverywhere(String jwk, String jws) throws Exception {
        for (CryptoProvider provider : CryptoProvider.values()) {
            assertThat(VerificationKey.fromJwk(jwk, provider).verify(jws, "act+jws"))
                    .as("%s", provider)
                    .asString()
                    .isEqualTo("a");
        }
    }
}
