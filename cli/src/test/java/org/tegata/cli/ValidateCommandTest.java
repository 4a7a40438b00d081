package org.tegata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    private static final String SAMPLE = "/external/test-cii/d16b/CII_example4.xml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tegata =
            Tegata.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    Path folder;

    private String invoice;
    private Path good;
    private Path bad;
    private Path broken;

    @BeforeEach
    void layOut() throws IOException {
        try (InputStream sample = ValidateCommandTest.class.getResourceAsStream(SAMPLE)) {
            invoice = new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
        good = Files.writeString(folder.resolve("good.xml"), invoice);
        bad = Files.writeString(
                folder.resolve("bad.xml"),
                invoice.replaceFirst("<ram:LineTotalAmount>[^<]*<", "<ram:LineTotalAmount>1.23<"));
        broken = Files.writeString(folder.resolve("broken.xml"), invoice.substring(0, 300));
    }

    @Test
    void shouldEndWithZeroIfEverythingIsAccepted() {
        assertThat(validate("--rule-set", "en16931", good.toString())).isZero();
        assertThat(out.toString()).contains("valid").contains("en16931:1.3.").contains("1 file: 1 valid");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldEndWithOneIfSomethingIsNot() {
        assertThat(validate("--rule-set", "en16931", good.toString(), bad.toString()))
                .isOne();
        assertThat(out.toString()).contains("invalid", "BR-CO-10", "2 files: 1 valid, 1 invalid");
        assertThat(validate("--rule-set", "en16931", "--accept", "no-warnings", bad.toString()))
                .isOne();
    }

    @Test
    void shouldEndWithTwoIfAFileIsUnreadableAndStillJudgeTheOthers() {
        assertThat(validate("--rule-set", "en16931", folder.toString(), "lost.xml"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("4 files: 1 valid, 1 invalid, 2 unreadable; 1 accepted");
        assertThat(out.toString()).contains("xml-malformed", "there is no such file");
    }

    @Test
    void shouldEndWithTwoIfAnArgumentMatchesNoFileAndStillJudgeTheOthers() throws IOException {
        String pattern = folder.resolve("*.pdf").toString();
        String empty = Files.createDirectories(folder.resolve("empty")).toString();

        assertThat(validate("--rule-set", "en16931", pattern, good.toString(), empty))
                .isEqualTo(2);
        assertThat(out.toString()).contains("1 file: 1 valid", "1 accepted");
        assertThat(err.toString()).contains("no document there: " + pattern, "no document there: " + empty);
        assertThat(validate("--rule-set", "en16931", bad.toString(), pattern)).isEqualTo(2);
    }

    @Test
    void shouldReadStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(invoice.getBytes(StandardCharsets.UTF_8)));
            assertThat(validate("--rule-set", "en16931:1.3.15", "--format", "jsonl", "-"))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).contains("\"file\":\"-\"").contains("\"ruleSetVersion\":\"1.3.15\"");
    }

    @Test
    void shouldRefuseWrongUse() {
        assertThat(validate()).isEqualTo(2);
        assertThat(validate("--rule-set", "en1", good.toString())).isEqualTo(2);
        assertThat(validate("--format", "pdf", good.toString())).isEqualTo(2);
        assertThat(validate("--accept", "all", good.toString())).isEqualTo(2);
        assertThat(validate("--max-findings", "-1", good.toString())).isEqualTo(2);
        assertThat(validate(folder.resolve("*.pdf").toString())).isEqualTo(2);
        assertThat(validate("--output", "/proc/nowhere/x", good.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("en16931:1.3.16", "none of table, json, jsonl, junit");
    }

    @Test
    void shouldRefuseHostileDocumentsOneByOne() throws IOException {
        Path hostile = Files.createDirectories(folder.resolve("hostile"));
        Files.writeString(
                hostile.resolve("xxe.xml"), "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
        Files.writeString(hostile.resolve("deep.xml"), "<a>".repeat(100_000));
        Files.write(hostile.resolve("noise.xml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3});
        Files.writeString(hostile.resolve("empty.xml"), "");
        assertThat(validate("--format", "json", hostile.toString())).isEqualTo(2);
        assertThat(out.toString()).doesNotContain("root:").doesNotContain("internal-error");
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("summary").get("unreadable").asInt()).isEqualTo(4);
    }

    @Test
    void shouldJudgeAThousandFiles() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i < 1_000; i++) {
            Files.copy(i % 100 == 7 ? bad : good, many.resolve("f" + i + ".xml"));
        }
        Path report = folder.resolve("report.json");
        assertThat(validate(
                        "--rule-set", "en16931", "--format", "json", "--output", report.toString(), many.toString()))
                .isOne();
        JsonNode summary = new ObjectMapper().readTree(report.toFile()).get("summary");
        assertThat(summary.get("files").asInt()).isEqualTo(1_000);
        assertThat(summary.get("invalid").asInt()).isEqualTo(10);
        assertThat(err.toString()).startsWith("1,000 files: 990 valid, 10 invalid");
    }

    @Test
    void shouldListRuleSetsAndRules() throws IOException {
        assertThat(tegata.execute("rule-sets")).isZero();
        assertThat(out.toString()).contains("en16931:1.3.16", "uncefact-cii");
        out.getBuffer().setLength(0);
        assertThat(tegata.execute("rules", "en16931", "--format", "json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).findValuesAsText("id"))
                .contains("BR-CO-10", "BR-01");
        assertThat(tegata.execute("rules", "nothing")).isEqualTo(2);
    }

    private int validate(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "validate";
        all[1] = "--no-progress";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return tegata.execute(all);
    }
}
