package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.bl.xml.BillSamples;

/** What we publish about a bill is what the contract promises. */
class BillFactsContractTest {

    private static final Path CONTRACTS = Path.of("../contracts/facts");
    private static final Path EXAMPLE = CONTRACTS.resolve("examples/bill-facts.v1.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final BillSamples bills = new BillSamples();

    static List<Path> bills() {
        return BillSamples.golden();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void shouldKeepTheContractInBothLanguages(Path file) throws IOException {
        var reading = bills.reading(BillSamples.read(file));
        JsonNode fromXml = BillFactsJson.of(bills.facts(reading));
        JsonNode fromJson = BillFactsJson.of(bills.received(reading));

        assertThat(schema().validate(fromXml)).isEmpty();
        assertThat(schema().validate(fromJson)).isEmpty();
    }

    @Test
    void shouldBeTheExampleOfTheContract() throws IOException {
        var facts = BillFactsJson.of(bills.facts(bills.reading(BillSamples.sample())));
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.writeString(EXAMPLE, facts.toPrettyString() + "\n");
        }
        var example = MAPPER.readTree(Files.readString(EXAMPLE));

        assertThat(schema().validate(example)).isEmpty();
        assertThat(MAPPER.readTree(facts.toString())).isEqualTo(example);
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("bill-facts.v1.schema.json")));
    }
}
