package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.mapping.Unsaid;
import org.tegata.bl.xml.BillCodec;
import org.tegata.bl.xml.BillLanguage;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.ValidationReport;

/** Judges a bill without keeping anything, and says it in the other language. */
@ApplicationScoped
public class CheckBill {

    /** A bill in memory is some ten times its bytes: however many ask, acts keep their share of it. */
    private static final int AT_ONCE = 4;

    private final BillCodec codec;
    private final Semaphore places;

    @Inject
    CheckBill(BillCodec codec) {
        this(codec, AT_ONCE);
    }

    CheckBill(BillCodec codec, int atOnce) {
        this.codec = codec;
        this.places = new Semaphore(atOnce);
    }

    /**
     * What is to be said of a bill.
     *
     * @param unsaid what of it the other language cannot say
     * @param transportDocument a valid bill that came as XML, as DCSA's JSON: what a draft of it would be signed by
     * @param xml a valid bill that came as JSON, as canonical XML
     */
    public record Judged(
            ValidationReport report,
            List<Unsaid> unsaid,
            @Nullable String transportDocument,
            @Nullable String xml) {

        public Judged {
            unsaid = List.copyOf(unsaid);
        }
    }

    /** The verdict by the rules that a draft is judged by, whatever the language. */
    public Judged check(DraftBill.Lodged lodged) {
        if (!places.tryAcquire()) {
            throw new Rejected(RequestProblem.UNAVAILABLE, "Too many bills are being judged; try again");
        }
        try {
            return judged(lodged);
        } finally {
            places.release();
        }
    }

    private Judged judged(DraftBill.Lodged lodged) {
        var reading = codec.lodged(lodged.language(), lodged.bytes());
        if (!reading.valid()) {
            return new Judged(reading.report(), reading.unsaid(), null, null);
        }
        if (lodged.language() == BillLanguage.XML) {
            return new Judged(reading.report(), reading.unsaid(), codec.transportDocument(reading), null);
        }
        var xml = codec.xml(Objects.requireNonNull(reading.document()));
        return new Judged(reading.report(), reading.unsaid(), null, new String(xml, StandardCharsets.UTF_8));
    }
}
