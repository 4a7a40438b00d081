package org.tegata.bill.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** A transport document with a few places changed gets a reading, never an exception. */
class JsonTreeFuzzTest {

    @FuzzTest(maxDuration = "15s")
    void shouldGiveAReading(FuzzedDataProvider data) {
        var dice = new Dice(data);
        Answers.json(new JsonMutation(dice).of(Samples.document(dice)).toString());
    }
}
