package org.tegata.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which engine this is, as each verdict tells it: its version, and a digest of the sources of rules and engine. */
public final class EngineBuild {

    private static final String FILE = "engine.txt";
    private static final int DIGITS = 12;

    private EngineBuild() {}

    /** Read when the first verdict is given, not while the build makes it. */
    private static final class Written {
        private static final String NAME = read();
    }

    /** Such as {@code tegata-invoice-rules 0.1.0 (0123456789ab)}. */
    public static String name() {
        return Written.NAME;
    }

    /**
     * Writes the name, in the build.
     *
     * @param args the version, the folder of the sources, and the root of the folder for classes
     */
    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        Path sources = Path.of(args[1]);
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        String build = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        Path folder =
                Path.of(args[2]).resolve(EngineBuild.class.getPackageName().replace('.', '/'));
        Files.writeString(folder.resolve(FILE), "tegata-invoice-rules " + args[0] + " (" + build + ")\n");
    }

    private static String read() {
        try (InputStream written = EngineBuild.class.getResourceAsStream(FILE)) {
            if (written == null) {
                throw new IllegalStateException(FILE + " is missing: the build makes it");
            }
            return new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
