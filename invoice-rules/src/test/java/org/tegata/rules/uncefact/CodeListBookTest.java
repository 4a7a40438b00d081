package org.tegata.rules.uncefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.export.GoldenFiles;

/** Each file is one small edit of {@code clean.xml}, which fits both releases of the schema. */
class CodeListBookTest {

    private static final String RULE_SET = "uncefact-cii";

    static List<Path> valid() {
        return GoldenFiles.in("uncefact/valid");
    }

    static List<Path> invalid() {
        return GoldenFiles.in("uncefact/invalid");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldBeValidWithExactlyTheWarningOfItsName(Path file) {
        var verdict = GoldenFiles.judge(file, RULE_SET);

        assertThat(verdict.valid()).as("%s", verdict.findings()).isTrue();
        assertThat(verdict.counts().keySet()).isEqualTo(GoldenFiles.expected(file));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldBeInvalidByTheRuleOfItsNameAlone(Path file) {
        var verdict = GoldenFiles.judge(file, RULE_SET);

        assertThat(verdict.valid()).isFalse();
        assertThat(verdict.counts().keySet()).isEqualTo(GoldenFiles.expected(file));
    }

    @Test
    void shouldHaveAFileForEachRule() {
        assertThat(GoldenFiles.uncovered(CodeListBook.create(), Stream.concat(valid().stream(), invalid().stream())))
                .isEmpty();
    }

    /** The sample invoices of others ({@code ph-cii-testfiles}) are good invoices: not even a warning is due. */
    @ParameterizedTest
    @CsvSource({
        "d16b,1", "d16b,2", "d16b,3", "d16b,4", "d16b,5", "d16b,6", "d16b,7", "d16b,8", "d16b,9",
        "d22b,1", "d22b,2", "d22b,3", "d22b,4", "d22b,5", "d22b,6", "d22b,7", "d22b,8", "d22b,9"
    })
    void shouldFindNothingInTheOfficialSamples(String release, int number) throws IOException {
        String name = "/external/test-cii/" + release + "/CII_example" + number + ".xml";
        try (InputStream sample = CodeListBookTest.class.getResourceAsStream(name)) {
            assertThat(sample).as(name).isNotNull();
            var verdict = new InvoiceValidator().validate(sample.readAllBytes(), RULE_SET);

            assertThat(verdict.findings()).isEmpty();
        }
    }
}
