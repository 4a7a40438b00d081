package org.tegata.rules.engine;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.problem.Rejected;
import org.tegata.rules.InvoiceValidator;

/**
 * Any bytes get a verdict or a refusal, never another exception.
 *
 * <p>With {@code JAZZER_FUZZ=1} it looks for bytes that do not, for a while; without, it runs those found before.
 */
class InvoiceFuzzTest {

    private static final InvoiceValidator VALIDATOR = new InvoiceValidator();

    /** To begin with: what it would take a fuzzer days to find. */
    static Stream<byte[]> seeds() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/differential/seeds"))) {
            return files
                    .filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(InvoiceFuzzTest::read)
                    .toList()
                    .stream();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void shouldGiveAVerdictOrARefusal(byte[] bytes) {
        for (String ruleSet : new String[] {"en16931", "export-invoice"}) {
            try {
                VALIDATOR.validate(bytes, ruleSet);
            } catch (Rejected refused) {
                // That is an answer.
            }
        }
    }
}
