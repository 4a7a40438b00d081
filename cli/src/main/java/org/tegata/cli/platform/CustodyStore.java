package org.tegata.cli.platform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tegata.seal.KeyStores;
import org.tegata.seal.Sealer;

/**
 * The PKCS#12 file (RFC 7292) in which platform A keeps a second key of the shipper, for those who hold no key of their
 * own. In production the operator's PKCS#11 token does this.
 */
final class CustodyStore {
    /** Under which name the key is in the file. */
    static final String ALIAS = SampleParty.SHIPPER.clientId();

    // Not a secret that protects anything: the file's permissions do.
    private static final String PIN = "sample-platform";

    private final Path file;

    CustodyStore(Path folder) {
        file = folder.resolve("custody.p12");
    }

    /** Makes the file with its key if it is not there. */
    synchronized Path file() {
        if (Files.notExists(file)) {
            try {
                Files.createDirectories(file.getParent());
                Path fresh = file.resolveSibling("custody.new.p12");
                Files.deleteIfExists(fresh);
                generate(fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
                Files.move(fresh, file);
            } catch (IOException e) {
                throw new PlatformFailure("The key in custody cannot be made: " + e.getMessage(), e);
            }
        }
        return file;
    }

    /** What the registry is told about it. */
    Map<String, String> environment() {
        return Map.of(
                "TEGATA_REGISTRY_CUSTODY_TYPE",
                "PKCS12",
                "TEGATA_REGISTRY_CUSTODY_FILE",
                file().toString(),
                "TEGATA_REGISTRY_CUSTODY_PIN",
                PIN);
    }

    /** The public half, a JWK. */
    String publicJwk() {
        char[] pin = PIN.toCharArray();
        return Sealer.fromKeyStore(KeyStores.pkcs12(file(), pin), ALIAS, pin).publicJwk();
    }

    // The JDK makes the certificate that a key store wants around each key only in this program of its own.
    private static void generate(Path target) throws IOException {
        File keytool = new File(System.getProperty("java.home"), "bin/keytool");
        Process process = new ProcessBuilder(List.of(
                        keytool.getPath(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + SampleParty.SHIPPER.lei(),
                        "-validity",
                        "730",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PIN,
                        "-keystore",
                        target.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
