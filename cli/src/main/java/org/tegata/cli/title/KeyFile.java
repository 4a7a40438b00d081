package org.tegata.cli.title;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.tegata.seal.Sealer;

/** A private key in a file of its owner: a JWK (RFC 7517) that nobody else may read. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final long MAX_BYTES = 65_536;

    private KeyFile() {}

    /** Writes the key into a new file that only its owner can read; never over a file that is there. */
    public static void create(Path file, String privateJwk) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // The permissions are there from the first moment; a key that was readable for a moment is no secret.
        FileAttribute<?>[] permissions = posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (SeekableByteChannel channel = Files.newByteChannel(file, fresh, permissions);
                var out = Channels.newOutputStream(channel)) {
            out.write((privateJwk + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " is there already, and a key is never overwritten; name another file", e);
        }
    }

    /** The key of that file. The message of a failure never quotes the file. */
    public static Sealer read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no key file " + file);
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is too large for a key");
        }
        try {
            return Sealer.fromJwk(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no private key: a JWK with an EC P-256 or Ed25519 key is wanted", e);
        }
    }

    /** Whether other users of this machine can read or change the file. */
    public static boolean isOpenToOthers(Path file) throws IOException {
        return posix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
