package org.tegata.bl.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.tegata.seal.CanonicalJson;

/** The sample bill of the repository's trade in DCSA's JSON: a change of it changes the checksum of every new bill. */
class TransportDocumentExampleTest {

    private static final Path EXAMPLE = Path.of("../examples/trade/bill-of-lading.json");
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final BillCodec codec = new BillCodec(Clock.systemUTC());

    private String transportDocument() {
        return codec.transportDocument(codec.lodged(BillLanguage.XML, BillSamples.sample()));
    }

    @Test
    void shouldBeTheOneOfTheExamples() throws IOException {
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.writeString(EXAMPLE, PRETTY.writeValueAsString(PRETTY.readTree(transportDocument())) + "\n");
        }

        assertThat(CanonicalJson.of(Files.readString(EXAMPLE)))
                .isEqualTo(transportDocument().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldBeAValidDraftOfItsOwn() throws IOException {
        var reading = codec.lodged(BillLanguage.JSON, Files.readAllBytes(EXAMPLE));

        assertThat(reading.report().findings()).isEmpty();
        assertThat(reading.unsaid()).isEmpty();
        assertThat(codec.transportDocument(reading)).isEqualTo(transportDocument());
    }
}
