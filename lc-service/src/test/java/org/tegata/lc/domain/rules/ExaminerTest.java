package org.tegata.lc.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.tegata.lc.Changed.with;
import static org.tegata.lc.CreditFixture.CARRIER;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.ISSUING_BANK;
import static org.tegata.lc.CreditFixture.PRESENTATION;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.CreditFixture.STRANGER;
import static org.tegata.lc.CreditFixture.euro;
import static org.tegata.lc.CreditFixture.terms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Confirmation;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditStatus;
import org.tegata.lc.domain.Examination;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.Measure;
import org.tegata.lc.domain.Money;
import org.tegata.lc.domain.PartyCode;
import org.tegata.lc.domain.Place;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.lc.domain.RuleResult;
import org.tegata.lc.domain.TradeTerm;
import org.tegata.lc.domain.Verdict;

/** One clean set, and for each rule a mutation of it that makes exactly that rule fail. */
class ExaminerTest {

    /** A presentation set that a mutation changes one thing of. */
    record PresentationSet(
            LetterOfCredit terms, Money drawing, LocalDate day, InvoiceFacts invoice, BillFacts bill, BillTitle title) {

        static PresentationSet clean() {
            return new PresentationSet(
                    CreditFixture.terms(),
                    euro("250000.00"),
                    LocalDate.parse("2026-11-20"),
                    CreditFixture.invoice(),
                    CreditFixture.bill(),
                    CreditFixture.title());
        }

        PresentationSet invoice(String component, Object value) {
            return with(this, "invoice", with(invoice, component, value));
        }

        PresentationSet bill(String component, Object value) {
            return with(this, "bill", with(bill, component, value));
        }

        PresentationSet withoutBill(String component) {
            return with(this, "bill", with(bill, component, null));
        }

        PresentationSet title(String component, Object value) {
            return with(this, "title", with(title, component, value));
        }

        PresentationSet credit(String field, String replacement) {
            return with(this, "terms", CreditFixture.terms(field, replacement));
        }

        Examination examine() {
            var clock = Clock.fixed(day.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            var confirmed = new Credit(
                    CreditFixture.CREDIT,
                    3,
                    CreditFixture.ROLES,
                    terms,
                    CreditFixture.DIGEST,
                    CreditStatus.ADVISED,
                    Confirmation.CONFIRMED,
                    List.of(),
                    Instant.EPOCH);
            var credit = confirmed
                    .present(SHIPPER, 3, PRESENTATION, reference(invoice.id()), reference(bill.id()), drawing, clock)
                    .credit();
            return Examiner.examine(
                    credit, credit.requirePresentation(PRESENTATION), invoice, bill, title, clock.instant());
        }

        private static DocumentReference reference(UUID id) {
            return new DocumentReference(id, CreditFixture.DIGEST, 0);
        }
    }

    static Stream<Arguments> mutations() {
        return Stream.concat(ofPresentationAndInvoice(), ofBillAndControl());
    }

    private static Stream<Arguments> ofPresentationAndInvoice() {
        return Stream.of(
                fails(
                        "P01",
                        set -> with(set, "day", LocalDate.parse("2027-01-16"))
                                .bill("shippedOnBoardDate", LocalDate.parse("2026-12-20"))
                                .credit(":48:21", ":48:90")),
                fails("P02", set -> with(set, "day", LocalDate.parse("2026-12-02"))),
                fails(
                        "P05",
                        set -> set.credit(
                                "+COMMERCIAL INVOICE,", "+PACKING LIST IN DUPLICATE\r\n+COMMERCIAL INVOICE,")),
                fails("P08", set -> set.invoice("issueDate", LocalDate.parse("2026-11-21"))),
                fails("P08", set -> set.bill("issueDate", LocalDate.parse("2026-11-21"))),
                fails("P14", set -> set.invoice("digest", "0".repeat(64))),
                fails("P14", set -> set.invoice("parties", Set.of(STRANGER))),
                fails("P14", set -> set.invoice("cancelled", true)),
                fails("P14-BL", set -> set.bill("digest", "0".repeat(64))),
                fails("P14-BL", set -> set.title("holders", Set.of(CARRIER, CONFIRMING_BANK))),
                fails("I01", set -> set.invoice("typeCode", "325")),
                fails(
                        "I02",
                        set -> set.invoice("seller", new InvoiceFacts.NamedParty("Kita Kikai K.K.", SHIPPER, "JP"))),
                fails("I03", set -> set.invoice("buyer", new InvoiceFacts.NamedParty("Weser Handel AG", null, "DE"))),
                fails(
                        "I04",
                        set -> set.invoice("seller", new InvoiceFacts.NamedParty("Hanshin Seiki K.K.", SHIPPER, "KR"))),
                fails(
                        "I04-BUYER",
                        set -> set.invoice(
                                "buyer", new InvoiceFacts.NamedParty("Elbe Werkzeughandel GmbH", null, "AT"))),
                fails("I05", set -> set.invoice("currency", "USD")),
                fails("I07", set -> with(set, "drawing", euro("250000.01"))),
                fails("I14", set -> set.invoice("tradeTerm", new TradeTerm("CFR", "Hamburg"))),
                fails("I14", set -> set.invoice("tradeTerm", new TradeTerm("CIF", "Rotterdam"))),
                fails("P19", set -> set.invoice("letterOfCreditReference", "ALSBLC-2026-0024")));
    }

    private static Stream<Arguments> ofBillAndControl() {
        return Stream.of(
                fails("B01", set -> set.bill("typeCode", "710")),
                fails("B03", set -> set.bill("carrier", new BillFacts.NamedParty("", PartyCode.of(CARRIER)))),
                fails(
                        "B09",
                        set -> set.bill("shippedOnBoardDate", LocalDate.parse("2026-11-19"))
                                .credit(":44C:261220", ":44C:261118")),
                fails("B11", set -> set.bill("portOfLoading", new Place("JPOSA", "Osaka"))),
                fails("B12", set -> set.bill("portOfDischarge", new Place("NLRTM", "Rotterdam"))),
                fails(
                        "B21",
                        set -> set.bill("consigneeName", "TO ORDER OF WESER HANDEL AG")
                                .bill("consignee", PartyCode.of(STRANGER))),
                fails("B23", set -> set.bill("notifyParties", List.of("Weser Handel AG"))),
                fails("B24", set -> set.bill("freightPaymentTerm", "COL")),
                fails("B14", set -> set.title("holder", PartyCode.of(ISSUING_BANK))),
                fails("B14", set -> set.title("holder", PartyCode.read("DNB:12 345"))),
                fails("B14", set -> set.title("status", "IN_TRANSIT")),
                fails("P26", set -> set.title("endorsee", PartyCode.of(ISSUING_BANK))),
                fails("P26", set -> set.title("endorsee", PartyCode.read("LOCAL-1:x"))),
                fails("B22", set -> set.credit("AND ENDORSED,", "AND BLANK ENDORSED,")),
                fails("X01", set -> set.bill("grossWeight", new Measure(new BigDecimal("18600"), "KGM"))),
                fails("X03", set -> set.bill("packageQuantity", new BigDecimal("18"))));
    }

    @Test
    void shouldFindTheCleanSetComplying() {
        var examination = PresentationSet.clean().examine();

        assertThat(failed(examination)).isEmpty();
        assertThat(examination.undetermined()).isEmpty();
        assertThat(examination.verdict()).isEqualTo(Verdict.COMPLYING);
        assertThat(examination.results()).hasSize(Examiner.ruleIds().size());
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("mutations")
    void shouldFindThePlantedFaultAndNoOther(String rule, UnaryOperator<PresentationSet> mutation) {
        var examination = mutation.apply(PresentationSet.clean()).examine();

        assertThat(failed(examination)).containsExactly(rule);
        assertThat(examination.verdict()).isEqualTo(Verdict.DISCREPANT);
        var discrepancy = examination.discrepancies().get(0);
        assertThat(discrepancy.article()).isNotBlank();
        assertThat(discrepancy.creditValue()).isNotBlank();
        assertThat(discrepancy.message()).isNotBlank();
    }

    @Test
    void shouldHaveAMutationForEveryRuleThatCanRefuse() {
        var mutated =
                mutations().map(arguments -> arguments.get()[0].toString()).collect(Collectors.toSet());

        // B07 and the advice I08 are shown by tests of their own: no single change makes them fail alone.
        assertThat(Examiner.ruleIds()).filteredOn(id -> !mutated.contains(id)).containsExactlyInAnyOrder("B07", "I08");
    }

    @Test
    void shouldTellBothValuesOfEachPlantedFault() {
        var set = PresentationSet.clean()
                .credit(":44C:261220", ":44C:261109")
                .bill("portOfDischarge", new Place("NLRTM", "Rotterdam"));
        var examination = with(set, "drawing", euro("275000.00")).examine();

        assertThat(examination.discrepancies())
                .extracting(RuleResult::ruleId, RuleResult::article, RuleResult::creditValue, RuleResult::documentValue)
                .containsExactlyInAnyOrder(
                        tuple("I07", "UCP 600 art. 18(b)", "EUR 250000.00", "EUR 275000.00"),
                        tuple("B09", "UCP 600 art. 20(a)(ii)", "2026-11-09", "2026-11-10"),
                        tuple("B12", "UCP 600 art. 20(a)(iii)", "HAMBURG, GERMANY", "Rotterdam (NLRTM)"));
    }

    @Test
    void shouldReferWhatNobodyCanTellFromTheData() {
        var examination = PresentationSet.clean()
                .bill("portOfDischarge", new Place(null, "Altenwerder"))
                .examine();

        assertThat(examination.verdict()).isEqualTo(Verdict.REFER);
        assertThat(examination.undetermined()).extracting(RuleResult::ruleId).containsExactly("B12");
    }

    @Test
    void shouldReferAnExpiryOnAWeekend() {
        // 16 January 2027 is a Saturday; whether the bank was open on Monday is not in the data.
        var set = with(PresentationSet.clean(), "day", LocalDate.parse("2027-01-18"))
                .bill("shippedOnBoardDate", LocalDate.parse("2026-12-20"));
        var weekend = with(set, "terms", terms(":31D:270115JAPAN", ":31D:270116JAPAN"));
        var patient = with(
                weekend,
                "terms",
                with(
                        weekend.terms(),
                        "conditions",
                        with(
                                weekend.terms().conditions(),
                                "presentationPeriod",
                                new LetterOfCredit.PresentationPeriod(60, null))));

        assertThat(patient.examine().undetermined())
                .extracting(RuleResult::ruleId)
                .containsExactly("P01");
    }

    @Test
    void shouldNotBeOnBoardWithoutADate() {
        var examination =
                PresentationSet.clean().withoutBill("shippedOnBoardDate").examine();

        assertThat(failed(examination)).contains("B07", "B09");
        assertThat(examination.undetermined()).extracting(RuleResult::ruleId).contains("P02");
    }

    @Test
    void shouldOnlyAdviseWhenTheInvoiceIsHigherThanTheDrawing() {
        var examination = PresentationSet.clean()
                .invoice("grandTotal", new BigDecimal("260000.00"))
                .examine();

        assertThat(failed(examination)).isEmpty();
        assertThat(examination.verdict()).isEqualTo(Verdict.COMPLYING);
        assertThat(examination.results())
                .filteredOn(result -> result.result() == RuleResult.Result.FAIL)
                .extracting(RuleResult::ruleId)
                .containsExactly("I08");
    }

    @Test
    void shouldTellNothingOfADocumentThatIsNotThePresenters() {
        var examination = PresentationSet.clean()
                .invoice("parties", Set.of(STRANGER))
                .invoice("grandTotal", new BigDecimal("987654.00"))
                .examine();

        assertThat(examination.results().toString()).doesNotContain("987654", "INV-2026");
        assertThat(failed(examination)).containsExactly("P14");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVOICE MUST STATE ",
                "+B/L TO ORDER OF ",
                "CIF A",
                "FREIGHT ",
                "NOTIFY ",
                "TO THE ORDER OF A AND "
            })
    void shouldExamineQuicklyWhateverTheTextsRepeat(String piece) {
        var terms = CreditFixture.terms();
        String text = piece.repeat(6_500 / piece.length());
        var conditions = with(with(with(terms.conditions(), "additional", text), "documents", text), "goods", text);
        var set = with(PresentationSet.clean(), "terms", with(terms, "conditions", conditions));

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(3), set::examine)
                        .results())
                .hasSize(Examiner.ruleIds().size());
    }

    @Test
    void shouldGiveTheSameResultForTheSameSet() {
        assertThat(PresentationSet.clean().examine())
                .isEqualTo(PresentationSet.clean().examine());
    }

    @Test
    void shouldAcceptHowPracticeWritesTheSameThing() {
        var examination = PresentationSet.clean()
                .invoice("seller", new InvoiceFacts.NamedParty("HANSHIN SEIKI KK", SHIPPER, "JP"))
                .invoice("tradeTerm", new TradeTerm("CIF", "HAMBURG, GERMANY"))
                .bill("portOfLoading", new Place(null, "KOBE"))
                .bill("portOfDischarge", new Place("DEHAM", null))
                .bill("notifyParties", List.of("ELBE WERKZEUGHANDEL G.M.B.H.", "Weser Spedition"))
                .bill("consigneeName", "TO ORDER")
                .examine();

        assertThat(failed(examination)).isEmpty();
        assertThat(examination.verdict()).isEqualTo(Verdict.COMPLYING);
    }

    private static List<String> failed(Examination examination) {
        return examination.discrepancies().stream().map(RuleResult::ruleId).toList();
    }

    private static Arguments fails(String rule, UnaryOperator<PresentationSet> mutation) {
        return Arguments.of(rule, mutation);
    }
}
