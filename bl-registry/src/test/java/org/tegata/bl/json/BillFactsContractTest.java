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
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.bl.xml.BillXml;
import org.tegata.bl.xml.GoldenBills;

/** What we publish about a bill is what the contract promises. */
class BillFactsContractTest {

    private static final Path CONTRACTS = Path.of("../contracts/facts");
    private static final Path EXAMPLE = CONTRACTS.resolve("examples/bill-facts.v1.json");
    private static final UUID ID = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b20");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final BillXml bills = new BillXml();

    static List<Path> bills() {
        return Stream.concat(GoldenBills.in("valid").stream(), GoldenBills.in("warned").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void shouldKeepTheContract(Path file) throws IOException {
        JsonNode facts = BillFactsJson.of(bills.facts(ID, GoldenBills.read(file)));

        assertThat(schema().validate(facts)).isEmpty();
    }

    @Test
    void shouldBeTheExampleOfTheContract() throws IOException {
        var facts = BillFactsJson.of(bills.facts(ID, GoldenBills.sample()));
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
