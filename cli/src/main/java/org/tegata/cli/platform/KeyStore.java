package org.tegata.cli.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/**
 * The private keys of the sample platforms, of the sample parties and of the local issuer, as JWK files that only
 * the owner can read. Made at the first start and kept with the data.
 */
final class KeyStore {
    private final Path folder;

    KeyStore(Path folder) {
        this.folder = folder;
    }

    /** The file that holds the key of that name; an EC P-256 key is made if it is not there. */
    Path file(String name) {
        return file(name, Keys::newEcKeyJwk);
    }

    private synchronized Path file(String name, Supplier<String> newJwk) {
        Path file = folder.resolve(name + ".jwk");
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                Path fresh = Files.createTempFile(folder, name, ".new");
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
                Files.writeString(fresh, newJwk.get());
                Files.move(fresh, file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sealer sealer(String name) {
        return Sealer.fromFile(file(name));
    }

    /** The file with the key by which a sample party signs. */
    Path file(SampleParty party) {
        return file(party.clientId(), party.signsWithEd25519() ? Keys::newEd25519KeyJwk : Keys::newEcKeyJwk);
    }

    static String registry(EblPlatform platform) {
        return "registry-" + platform;
    }

    static String gateway(EblPlatform platform) {
        return "gateway-" + platform;
    }
}
