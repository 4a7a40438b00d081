package org.tegata.bill.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.tegata.bill.any.AnyBill;

/** A bill with a few places changed gets a reading, never an exception. */
class XmlTreeFuzzTest {

    @FuzzTest(maxDuration = "15s")
    void shouldGiveAReading(FuzzedDataProvider data) {
        var dice = new Dice(data);
        Answers.xml(AnyBill.schema().write(new XmlMutation(dice).of(Samples.tree(dice))));
    }
}
