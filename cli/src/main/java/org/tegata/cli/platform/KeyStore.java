package org.tegata.cli.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/**
 * The private keys of the sample platforms, the sample carrier and the local issuer, as JWK files that only the owner
 * can read. Made at the first start and kept with the data.
 */
final class KeyStore {
    private final Path folder;

    KeyStore(Path folder) {
        this.folder = folder;
    }

    /** The file that holds the key of that name; the key is made if it is not there. */
    synchronized Path file(String name) {
        Path file = folder.resolve(name + ".jwk");
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                Path fresh = Files.createTempFile(folder, name, ".new");
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
                Files.writeString(fresh, Keys.newEcKeyJwk());
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

    static String registry(EblPlatform platform) {
        return "registry-" + platform;
    }

    static String gateway(EblPlatform platform) {
        return "gateway-" + platform;
    }
}
