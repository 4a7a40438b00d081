package org.tegata.bill.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of bills that people wrote, kept: {@code mapping/*.json} was compared with what bl-registry wrote before the
 * table. Written anew with {@code -Dtegata.update-snapshots=true}.
 */
class GoldenJsonTest {

    private static final Path FOLDER = Path.of("src/test/resources/mapping");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<Path> bills() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("bills")
    void shouldSayWhatItSaidBefore(Path bill) throws IOException {
        var json = Samples.MAPPING.toJson(Samples.read(bill)).document();
        var golden = FOLDER.resolve(bill.getFileName().toString().replace(".xml", ".json"));
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        }

        assertThat(json.toString())
                .isEqualTo(MAPPER.readTree(Files.readString(golden)).toString());
    }
}
