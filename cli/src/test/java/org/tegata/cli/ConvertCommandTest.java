package org.tegata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tegata.cli.platform.Folders;
import picocli.CommandLine;

class ConvertCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BILL = Folders.checkout().resolve("examples/trade/bill-of-lading.xml");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine tegata =
            Tegata.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    Path folder;

    @Test
    void shouldSayTheSameThereAndBack() throws IOException {
        assertThat(convert(BILL)).isZero();
        String json = said();
        assertThat(JSON.readTree(json).get("transportDocumentReference").asText())
                .isEqualTo("SOLU2026KOB00817");
        assertThat(convert(file("there.json", json))).isZero();
        String xml = said();
        assertThat(xml).contains("MaritimeBillOfLading", ">SOLU2026KOB00817<").endsWith(">\n");
        Path back = file("back.xml", xml);
        assertThat(convert(back)).isZero();
        assertThat(JSON.readTree(said())).isEqualTo(JSON.readTree(json));
        assertThat(tegata.execute("validate", "--no-progress", back.toString())).isZero();
    }

    @Test
    void shouldListWhatTheOtherLanguageCannotSay() throws IOException {
        Path odd = file(
                "odd.json",
                transportDocument().put("ownRemark", "Mind the step").toString());
        assertThat(convert(odd)).isZero();
        assertThat(err.toString()).contains("not said in UN/CEFACT XML", "/ownRemark", "Mind the step");
        assertThat(said()).startsWith("<?xml").doesNotContain("Mind the step");
    }

    @Test
    void shouldWriteNothingWhenStrictAndNotAllIsSaid() throws IOException {
        Path odd = file(
                "odd.json",
                transportDocument().put("ownRemark", "Mind the step").toString());
        Path target = folder.resolve("odd.xml");
        assertThat(tegata.execute("convert", "--strict", "-o", target.toString(), odd.toString()))
                .isOne();
        assertThat(err.toString()).contains("/ownRemark");
        assertThat(target).doesNotExist();
        assertThat(out.toString()).isEmpty();
        Path even = file("even.json", transportDocument().toString());
        assertThat(tegata.execute("convert", "--strict", "-o", target.toString(), even.toString()))
                .isZero();
        assertThat(target).content().contains("MaritimeBillOfLading");
    }

    @Test
    void shouldTellFindingsAndWriteNothingWhenTheBillIsNotValid() throws IOException {
        String bill = Files.readString(BILL);
        Path wrong = file("wrong.xml", bill.replace(">18</ram:PackageQuantity>", ">19</ram:PackageQuantity>"));
        assertThat(convert(wrong)).isOne();
        assertThat(err.toString()).contains("invalid", "wrong.xml", "TGT-BL-14", "ram:PackageQuantity");
        ObjectNode faulty = transportDocument();
        faulty.remove("carrierCode");
        assertThat(convert(file("faulty.json", faulty.toString()))).isOne();
        assertThat(err.toString()).contains("DCSA-", "carrierCode");
        assertThat(tegata.execute("convert", "--lang", "ja", wrong.toString())).isOne();
        assertThat(err.toString()).containsPattern("\\p{IsHiragana}");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldEndWithTwoWhenThereIsNothingToRead() throws IOException {
        assertThat(convert(folder.resolve("lost.xml"))).isEqualTo(2);
        assertThat(convert(file("half.xml", "<rsm:MaritimeBillOfLading"))).isEqualTo(2);
        assertThat(convert(file("half.json", "{\"a\":"))).isEqualTo(2);
        assertThat(convert(file("twice.json", "{\"a\":1,\"a\":2}"))).isEqualTo(2);
        assertThat(convert(file("empty", ""))).isEqualTo(2);
        assertThat(convert(file("xxe.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")))
                .isEqualTo(2);
        Path latin = Files.write(folder.resolve("latin.json"), "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(convert(latin)).isEqualTo(2);
        assertThat(convert(folder)).isEqualTo(2);
        assertThat(tegata.execute("convert")).isEqualTo(2);
        assertThat(tegata.execute("convert", "-o", "/proc/nowhere/x", BILL.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("file-unreadable", "xml-malformed", "json-malformed", "xml-forbidden-construct", "UTF-8")
                .doesNotContain("Exception", "root:");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldReadStandardInput() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(BILL)));
            assertThat(tegata.execute("convert", "-")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(JSON.readTree(out.toString()).has("transportDocumentReference"))
                .isTrue();
    }

    private ObjectNode transportDocument() throws IOException {
        assertThat(convert(BILL)).isZero();
        err.getBuffer().setLength(0);
        JsonNode json = JSON.readTree(said());
        return (ObjectNode) json;
    }

    private int convert(Path file) {
        return tegata.execute("convert", file.toString());
    }

    private String said() {
        String said = out.toString();
        out.getBuffer().setLength(0);
        return said;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
