package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.bill.any.AnyBill;
import org.tegata.bill.any.AnyTransportDocument;
import org.tegata.xml.XmlElement;

/** What both languages can say comes back the same; what one cannot say is listed. */
class MappingLawsTest {

    private static final BillMapping MAPPING = Samples.MAPPING;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);
    private static final int AT_LEAST = 50;
    private static final int ENOUGH = 3000;

    static List<Path> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldBringASampleBack(Path file) {
        keepsTheLaws(Samples.read(file), file.toString());
    }

    @Test
    void shouldBringARandomBillBack() {
        forManySeeds(seed -> keepsTheLaws(AnyBill.xml(new Random(seed)), "AnyBill, seed " + seed));
    }

    @Test
    void shouldBringARandomTransportDocumentBack() {
        forManySeeds(seed ->
                keepsTheLaws(AnyTransportDocument.json(new Random(seed)), "AnyTransportDocument, seed " + seed));
    }

    @Test
    void shouldBringTheSampleTransportDocumentBack() throws IOException {
        var file = Path.of("src/test/resources/dcsa/transport-document.json");
        keepsTheLaws((ObjectNode) new ObjectMapper().readTree(file.toFile()), file.toString());
    }

    private static void forManySeeds(LongConsumer law) {
        Seeds.many("MappingLawsTest", LONG_ENOUGH, AT_LEAST, ENOUGH, law);
    }

    private static void keepsTheLaws(XmlElement any, String name) {
        var bill = readable(any);
        var json = MAPPING.toJson(bill);
        var sayable = Without.unsaid(bill, json.unsaid());
        var again = MAPPING.toJson(sayable);
        var canonical = MAPPING.canonical(sayable);

        assertThat(again.document()).as(name).isEqualTo(json.document());
        assertThat(news(again.unsaid())).as(name).isEmpty();
        assertThat(text(MAPPING.toXml(json.document()).document())).as(name).isEqualTo(text(canonical));
        assertThat(text(MAPPING.canonical(canonical))).as(name).isEqualTo(text(canonical));
    }

    /** Without the values in whose place nothing is said: their absence would say something. */
    private static XmlElement readable(XmlElement bill) {
        return Without.unsaid(
                bill,
                MAPPING.toJson(bill).unsaid().stream()
                        .filter(one -> one.reason().equals(Reasons.UNREADABLE))
                        .toList());
    }

    private static void keepsTheLaws(ObjectNode document, String name) {
        var xml = MAPPING.toXml(document);
        var sayable = Without.unsaid(document, xml.unsaid());
        var again = MAPPING.toXml(sayable);
        var back = MAPPING.toJson(xml.document());
        JsonNode canonical = MAPPING.canonical(sayable);

        assertThat(text(again.document())).as(name).isEqualTo(text(xml.document()));
        assertThat(news(again.unsaid())).as(name).isEmpty();
        assertThat(back.document()).as(name).isEqualTo(canonical);
        assertThat(back.unsaid()).as(name).isEmpty();
        assertThat(MAPPING.canonical(canonical)).as(name).isEqualTo(canonical);
        assertThat(text(MAPPING.canonical(xml.document()))).as(name).isEqualTo(text(xml.document()));
    }

    /** Elements that stay empty, and white space, are told again; nothing else. */
    private static List<Unsaid> news(List<Unsaid> unsaid) {
        return unsaid.stream()
                .filter(one -> !one.reason().equals(Reasons.SAYS_NOTHING))
                .filter(one -> !one.reason().equals(Reasons.WHITE_SPACE))
                .toList();
    }

    static String text(XmlElement element) {
        var text = new StringBuilder();
        write(element, "", text);
        return text.toString();
    }

    private static void write(XmlElement element, String indent, StringBuilder text) {
        text.append(indent).append(element.name());
        element.attributes(
                (name, value) -> text.append(" @").append(name).append('=').append(value));
        text.append(' ').append(element.text()).append('\n');
        element.children().forEach(child -> write(child, indent + " ", text));
    }
}
