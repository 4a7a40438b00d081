package org.tegata.lc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.lc.domain.RequiredDocument.Consignment;
import org.tegata.lc.domain.RequiredDocument.Kind;

/** What a reader makes out in the free texts of a credit, as banks really write them. */
class ReadingTextsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            CIF HAMBURG INCOTERMS 2020                    | CIF | HAMBURG
            +MACHINES, CIF HAMBURG (INCOTERMS 2020)       | CIF | HAMBURG
            TRADE TERM: FOB KOBE, JAPAN                   | FOB | KOBE
            DELIVERED CPT HAMBURG                         | CPT | HAMBURG
            FOB                                           | FOB | -
            """)
    void shouldFindTheTradeTerm(String goods, String code, String place) {
        assertThat(TradeTerm.find(goods)).contains(new TradeTerm(code, place));
    }

    @Test
    void shouldNotInventATradeTerm() {
        assertThat(TradeTerm.find("CIFRA MACHINES OF FOBOS LTD")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            JAPAN                   | JP
            OSAKA 541-0053, JAPAN   | JP
            20539 HAMBURG GERMANY   | DE
            HAMBURG, DE             | DE
            THE NETHERLANDS         | NL
            LONDON, U.K.            | -
            OSAKA 541-0053          | -
            """)
    void shouldFindTheCountryOfAnAddressOrSayThatItCannot(String line, String code) {
        assertThat(Countries.find(line).orElse(null)).isEqualTo(code);
    }

    @Test
    void shouldSplitTheRequiredDocumentsAndLoseNothing() {
        String text = """
                ALL IN ENGLISH
                +SIGNED COMMERCIAL INVOICE
                IN 3 FOLD
                +PACKING LIST
                2) INSURANCE POLICY FOR 110 PERCENT""";

        var documents = RequiredDocument.parse(text);

        assertThat(documents)
                .extracting(RequiredDocument::kind)
                .containsExactly(Kind.UNKNOWN, Kind.INVOICE, Kind.PACKING_LIST, Kind.INSURANCE);
        assertThat(documents.stream().flatMap(document -> document.text().lines()))
                .containsExactlyElementsOf(text.lines().toList());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            +FULL SET OF B/L MADE OUT TO ORDER OF SHIPPER, BLANK ENDORSED      | TO_ORDER_OF_SHIPPER | -
            +B/L CONSIGNED TO ORDER, NOTIFY APPLICANT                          | TO_ORDER_OF_SHIPPER | -
            +B/L MADE OUT TO THE ORDER OF ALSTERBANK AG, HAMBURG               | TO_ORDER_OF         | ALSTERBANK AG
            +BILL OF LADING CONSIGNED TO ELBE HANDEL GMBH AND MARKED COLLECT   | STRAIGHT            | ELBE HANDEL GMBH
            +BILL OF LADING, CLEAN                                             | -                   | -
            """)
    void shouldReadHowABillIsToBeMadeOut(String text, Consignment consignment, String party) {
        var document = RequiredDocument.parse(text).get(0);

        assertThat(document.kind()).isEqualTo(Kind.BILL_OF_LADING);
        assertThat(document.consignment().orElse(null)).isEqualTo(consignment);
        if (consignment != Consignment.TO_ORDER_OF_SHIPPER) {
            assertThat(document.consignee().orElse(null)).isEqualTo(party);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            +B/L MARKED FREIGHT PREPAID      | PREPAID | false | false
            +B/L MARKED "FREIGHT COLLECT"    | COLLECT | false | false
            +B/L NOTIFY APPLICANT            | -       | true  | false
            +B/L NOTIFYING THE APPLICANT     | -       | true  | false
            +B/L BLANK ENDORSED              | -       | false | true
            +B/L ENDORSED IN BLANK           | -       | false | true
            +B/L ENDORSED TO US OR IN BLANK  | -       | false | false
            """)
    void shouldReadWhatABillIsToShow(String text, String freight, boolean notifyApplicant, boolean blank) {
        var document = RequiredDocument.parse(text).get(0);

        assertThat(document.freight().orElse(null)).isEqualTo(freight);
        assertThat(document.notifyApplicant()).isEqualTo(notifyApplicant);
        assertThat(document.blankEndorsement()).isEqualTo(blank);
    }

    @Test
    void shouldNameAPartyByItsFirstLine() {
        var trader = new Trader(null, List.of("HANSHIN SEIKI K.K.", "2-6 HONMACHI", "OSAKA, JAPAN"));

        assertThat(trader.name()).isEqualTo("HANSHIN SEIKI K.K.");
        assertThat(trader.country()).contains("JP");
    }
}
