package org.tegata.bill.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as XML get a reading or a refusal, never an exception. */
class XmlBytesFuzzTest {

    static Stream<byte[]> seeds() {
        return Samples.XML.stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void shouldGiveAReading(byte[] bytes) {
        Answers.xml(bytes);
    }
}
