package org.tegata.bill.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.tegata.bill.BillReader;
import org.tegata.bill.BillReading;
import org.tegata.bill.any.AnyBill;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.bill.mapping.BillMapping;
import org.tegata.problem.Rejected;
import org.tegata.xml.XmlElement;

/** What is true of whatever the reader answers. */
final class Answers {

    private static final BillReader READER = new BillReader();
    private static final BillMapping MAPPING = BillMapping.load(AnyBill.schema());

    private Answers() {}

    static void xml(byte[] bytes) {
        BillReading reading;
        try {
            reading = READER.xml(bytes);
        } catch (Rejected refused) {
            // That is an answer.
            return;
        }
        wellFormed(reading);
        if (reading.valid()) {
            // What is valid can be sent, and is understood where it arrives as it was meant.
            var said = Objects.requireNonNull(reading.transportDocument());
            var received = READER.received(said.toString());
            assertThat(received.valid()).as("%s", received.report()).isTrue();
            written(received);
            if (reading.unsaid().isEmpty()) {
                var document = Objects.requireNonNull(reading.document());
                var back = MAPPING.toXml(said).document();
                assertThat(back.saysTheSame(MAPPING.canonical(document))).isTrue();
            }
        }
    }

    static void json(String text) {
        var received = READER.received(text);
        wellFormed(received);
        if (received.valid()) {
            written(received);
            stable(Objects.requireNonNull(received.document()));
        }
        var drawnUp = READER.transportDocument(text);
        wellFormed(drawnUp);
        assertThat(received.valid() || !drawnUp.valid()).isTrue();
    }

    /** Its XML can be written and read by the schema, if the rules had nothing against it, and says the same again. */
    private static void written(BillReading reading) {
        var bytes = READER.write(Objects.requireNonNull(reading.document()));
        var kept = READER.kept(bytes);
        if (kept.valid()) {
            var again = READER.received(
                    Objects.requireNonNull(kept.transportDocument()).toString());
            if (again.valid()) {
                var thirdTime = READER.kept(READER.write(Objects.requireNonNull(again.document())));
                assertThat(thirdTime.transportDocument()).isEqualTo(kept.transportDocument());
            }
        }
    }

    /** What came out of one mapping is said by the next in its canonical form, or told as what it cannot say. */
    private static void stable(XmlElement bill) {
        var back = MAPPING.toJson(bill);
        if (back.unsaid().isEmpty()
                && AttributeTable.load().form(back.document()).isEmpty()) {
            var again = MAPPING.toXml(back.document()).document();
            assertThat(again.saysTheSame(MAPPING.canonical(bill))).isTrue();
        }
    }

    private static void wellFormed(BillReading reading) {
        for (var finding : reading.report().findings()) {
            String at = finding.location();
            boolean told = !finding.ruleId().isBlank() && !finding.message().isBlank();
            if (!told || !at.isEmpty() && !at.startsWith("/")) {
                throw new AssertionError("says nothing: " + finding);
            }
        }
        for (var unsaid : reading.unsaid()) {
            if (unsaid.reason().isBlank() || !unsaid.location().startsWith("/")) {
                throw new AssertionError("says nothing: " + unsaid);
            }
        }
    }
}
