package org.tegata.bl.xml;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tegata.bill.BillReader;
import org.tegata.bill.BillReading;
import org.tegata.bill.rules.BillRules;
import org.tegata.bill.xml.BillSchema;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.json.TitleParties;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.problem.Severity;
import org.tegata.seal.CanonicalJson;
import org.tegata.xml.XmlElement;

/** The codec of bills of lading in both of their languages (bill-document); thread-safe. */
@Singleton
public class BillCodec {

    /** The rules that judge a bill: the schema's own rule names, DCSA-… and TGT-BL-nn. */
    public static final String RULE_SET = BillSchema.RULE_SET;

    private static final String NOT_JSON = "JSON-MALFORMED";

    private final BillReader reader;

    BillCodec(Clock clock) {
        this.reader = new BillReader(new BillRules(clock));
    }

    /**
     * A bill as its carrier lodges it, with every finding.
     *
     * @throws Rejected when the bytes are not XML, or not JSON of which there is one reading
     */
    public BillReading lodged(BillLanguage language, byte[] bytes) {
        var reading = language == BillLanguage.XML
                ? reader.xml(bytes)
                : readable(reader.transportDocument(characters(bytes)));
        var report = reading.report();
        if (report.valid()
                && TitleParties.issuingCarrier(Objects.requireNonNull(reading.transportDocument())) == null) {
            report = report.and(List.of(noCarrier(language)));
        }
        return new BillReading(report, reading.document(), reading.transportDocument(), reading.unsaid());
    }

    /** A transport document that another platform sent: only what DCSA demands is asked. */
    public BillReading received(String transportDocument) {
        return reader.received(transportDocument);
    }

    /**
     * A bill on record, in the language in which it came and in the other.
     *
     * @param lodgedHere whether its carrier lodged it here; what another platform shows of a bill is no source
     * @throws Rejected when it is a transport document that our XML has no form for
     */
    public BillReading kept(BillDocument document, boolean lodgedHere) {
        var shown = document.visualisation();
        var reading = lodgedHere && shown != null
                ? reader.kept(shown.content())
                : reader.received(document.transportDocument());
        if (reading.document() == null || reading.transportDocument() == null) {
            throw new Rejected(RequestProblem.NOT_FOUND, "The document came before it was asked to fit DCSA's table")
                    .withFindings(reading.report().findings());
        }
        return reading;
    }

    /** The facts of a bill, under the digest of the bytes that are its record; only of one that could be read. */
    public BillFacts facts(UUID billId, String digest, BillReading reading) {
        return FactsReader.read(
                billId,
                digest,
                Objects.requireNonNull(reading.document()),
                Objects.requireNonNull(reading.transportDocument()));
    }

    /** The transport document of a bill that came as XML: RFC 8785 form, always the same characters. */
    public String transportDocument(BillReading reading) {
        var json = Objects.requireNonNull(reading.transportDocument()).toString();
        return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
    }

    /** The canonical bytes of a bill in XML. */
    public byte[] xml(XmlElement bill) {
        return reader.write(bill);
    }

    /** The characters, and nothing in place of bytes that are none. */
    public static String characters(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "The transport document is not UTF-8");
        }
    }

    /** The bill would be its carrier's by another code than the one that it states first of all. */
    private static Finding noCarrier(BillLanguage language) {
        return new Finding(
                "TGT-BL-06",
                Severity.ERROR,
                language == BillLanguage.XML
                        ? "/rsm:MaritimeBillOfLading[1]/rsm:SpecifiedSupplyChainConsignment[1]/ram:CarrierTradeParty[1]"
                        : "/documentParties/issuingParty/identifyingCodes",
                "no code names the carrier, or the LEI that is stated is none",
                "運送人を特定する識別子がないか、記載された LEI が正しくありません。",
                null,
                "18 letters or digits and two check digits",
                null,
                null);
    }

    private static BillReading readable(BillReading reading) {
        for (Finding finding : reading.report().findings()) {
            if (finding.ruleId().equals(NOT_JSON)) {
                throw new Rejected(RequestProblem.MALFORMED_REQUEST, "%s", finding.message());
            }
        }
        return reading;
    }
}
