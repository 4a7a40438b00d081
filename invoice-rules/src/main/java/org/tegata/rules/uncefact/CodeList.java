package org.tegata.rules.uncefact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The codes of a list, read once from a text file beside this class: codes between blanks, remarks after {@code #}. */
final class CodeList {

    private final Set<String> codes;

    private CodeList(Set<String> codes) {
        this.codes = codes;
    }

    static CodeList read(String file) {
        try (var stream = CodeList.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no code list " + file);
            }
            var codes = new HashSet<String>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .forEach(codes::add);
            return new CodeList(Set.copyOf(codes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static CodeList of(String codes) {
        return new CodeList(Set.of(codes.split(" ")));
    }

    /** Whether it has this code; blanks around it do not count. */
    boolean has(@Nullable String code) {
        return code != null && codes.contains(code.strip());
    }
}
