package org.tegata.bill.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as JSON gets a reading, never an exception. */
class JsonTextFuzzTest {

    static Stream<byte[]> seeds() {
        return Samples.JSON.stream().map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void shouldGiveAReading(byte[] utf8) {
        Answers.json(new String(utf8, StandardCharsets.UTF_8));
    }
}
