package org.tegata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tegata.cli.platform.Folders;
import picocli.CommandLine;

class ValidateBillsTest {
    private static final Path TRADE = Folders.checkout().resolve("examples/trade");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tegata =
            Tegata.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    Path folder;

    private String bill;
    private Path json;

    @BeforeEach
    void layOut() throws IOException {
        bill = Files.readString(TRADE.resolve("bill-of-lading.xml"));
        Files.copy(TRADE.resolve("export-invoice.xml"), folder.resolve("invoice.xml"));
        Files.writeString(folder.resolve("bill.xml"), bill);
        json = folder.resolve("bill.json");
        assertThat(tegata.execute(
                        "convert",
                        "-o",
                        json.toString(),
                        folder.resolve("bill.xml").toString()))
                .isZero();
        err.getBuffer().setLength(0);
    }

    @Test
    void shouldJudgeEachDocumentOfAFolderByTheRulesOfItsKind() {
        assertThat(validate(folder)).isZero();
        assertThat(out.toString())
                .contains("bill.json  tegata-bill-of-lading-1")
                .contains("bill.xml  tegata-bill-of-lading-1")
                .contains("invoice.xml  export-invoice:1.0")
                .contains("3 files: 3 valid");
    }

    @Test
    void shouldTellPlacesInTheLanguageOfTheDocument() throws IOException {
        Path wrong = write("wrong.xml", bill.replace(">18</ram:PackageQuantity>", ">19</ram:PackageQuantity>"));
        assertThat(validate(wrong)).isOne();
        assertThat(out.toString()).contains("TGT-BL-14", "at    /rsm:MaritimeBillOfLading[1]/");
        String faulty = Files.readString(json).replaceFirst("\"SOLU4172502\"", "\"SOLU4172503\"");
        assertThat(tegata.execute(
                        "validate",
                        "--no-progress",
                        "--accept",
                        "no-warnings",
                        write("wrong.json", faulty).toString()))
                .isOne();
        assertThat(out.toString()).contains("wrong.json").containsPattern("at {4}/[a-zA-Z]+(/[0-9a-zA-Z]+)*\n");
    }

    @Test
    void shouldLetRulesBeIgnoredButNotTheForm() throws IOException {
        Path wrong = write("wrong.xml", bill.replace(">18</ram:PackageQuantity>", ">19</ram:PackageQuantity>"));
        assertThat(tegata.execute("validate", "--ignore", "TGT-BL-14", wrong.toString()))
                .isZero();
        assertThat(out.toString()).contains("1 invalid", "1 accepted");
        Path formless = write("formless.xml", bill.replaceFirst("<ram:TypeCode>705</ram:TypeCode>", "<ram:No/>"));
        assertThat(tegata.execute("validate", "--ignore", "cvc-complex-type.2.4.a", formless.toString()))
                .isOne();
        String nameless = Files.readString(json).replaceFirst("Hanshin Seiki", "Hanshin\\\\u0001Seiki");
        Path unwritable = write("unwritable.json", nameless);
        assertThat(tegata.execute("validate", "--ignore", "JSON-CHARACTER", unwritable.toString()))
                .isOne();
    }

    @Test
    void shouldCallUnreadableWhatIsNeitherXmlNorJson() throws IOException {
        write("half.json", "{\"transportDocumentReference\":");
        write("twice.json", "{\"a\":1,\"a\":2}");
        write("deep.json", "[".repeat(100_000));
        Files.write(folder.resolve("latin.json"), "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(validate(folder)).isEqualTo(2);
        assertThat(out.toString())
                .contains("json-malformed", "7 files: 3 valid, 0 invalid, 4 unreadable")
                .doesNotContain("internal-error");
    }

    @Test
    void shouldJudgeEverythingByTheRuleSetThatIsAskedFor() throws IOException {
        assertThat(tegata.execute("validate", "--rule-set", "tegata-bill-of-lading-1", folder.toString()))
                .isOne();
        assertThat(out.toString()).contains("invoice.xml  tegata-bill-of-lading-1", "cvc-elt.1", "2 valid, 1 invalid");
        out.getBuffer().setLength(0);
        // An invoice's rule set takes no JSON from a folder.
        assertThat(tegata.execute("validate", "--rule-set", "export-invoice", folder.toString()))
                .isOne();
        assertThat(out.toString()).contains("bill.xml  export-invoice:1.0", "2 files: 1 valid, 1 invalid");
    }

    @Test
    void shouldTellProgramsAndBuildServersTheSame() throws IOException {
        assertThat(tegata.execute("validate", "--format", "json", folder.toString()))
                .isZero();
        JsonNode files = new ObjectMapper().readTree(out.toString()).get("files");
        assertThat(files.findValuesAsText("ruleSet"))
                .containsExactly("tegata-bill-of-lading-1", "tegata-bill-of-lading-1", "export-invoice");
        assertThat(files.findValuesAsText("release")).containsExactly("EBL 3.0.4", "D23B", "D22B");
        assertThat(files.get(0).has("ruleSetVersion")).isFalse();
        out.getBuffer().setLength(0);
        assertThat(tegata.execute("validate", "--format", "junit", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("classname=\"tegata-bill-of-lading-1\"", "tests=\"3\"");
    }

    @Test
    void shouldListTheRulesOfBillsBesideThoseOfInvoices() throws IOException {
        assertThat(tegata.execute("rule-sets")).isZero();
        assertThat(out.toString()).contains("tegata-bill-of-lading-1", "en16931:1.3.16");
        out.getBuffer().setLength(0);
        assertThat(tegata.execute("rule-sets", "--format", "json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).findValuesAsText("id"))
                .contains("tegata-bill-of-lading-1");
        out.getBuffer().setLength(0);
        assertThat(tegata.execute("rules", "tegata-bill-of-lading-1", "--format", "json"))
                .isZero();
        JsonNode rules = new ObjectMapper().readTree(out.toString());
        assertThat(rules.findValuesAsText("id")).contains("TGT-BL-01", "TGT-BL-14");
        assertThat(rules.findValuesAsText("messageJa")).hasSameSizeAs(rules);
        out.getBuffer().setLength(0);
        assertThat(tegata.execute("rules", "tegata-bill-of-lading-1", "--lang", "ja"))
                .isZero();
        assertThat(out.toString()).contains("TGT-BL-01").containsPattern("\\p{IsHiragana}");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int validate(Path... what) {
        String[] all = new String[what.length + 2];
        all[0] = "validate";
        all[1] = "--no-progress";
        for (int i = 0; i < what.length; i++) {
            all[i + 2] = what[i].toString();
        }
        return tegata.execute(all);
    }
}
