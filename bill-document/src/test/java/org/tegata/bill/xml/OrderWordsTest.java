package org.tegata.bill.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bill.xml.OrderWords.Kind;

/** However the words are written, everybody reads the same out of them, or nobody anything. */
class OrderWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TO ORDER",
                "to  order",
                "TO\u00A0ORDER.",
                "ＴＯ　ＯＲＤＥＲ",
                "TO OR\u200BDER",
                "\u2003TO ORDER \u2028",
                "TO\u0085ORDER",
                "TO THE ORDER OF THE SHIPPER;",
                "to order of\n shipper",
                "TO ORDER OF SH\u0131PPER"
            })
    void shouldReadToOrderOfTheShipper(String words) {
        var read = OrderWords.read(words);

        assertThat(read.kind()).isEqualTo(Kind.ORDER_OF_SHIPPER);
        assertThat(read.clear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO BEARER", "bearer", "To  Bearer.", "ＢＥＡＲＥＲ", "BEARER\u2003"})
    void shouldReadToBearer(String words) {
        assertThat(OrderWords.read(words)).isEqualTo(new OrderWords(Kind.BEARER, words, true));
    }

    @ParameterizedTest
    @CsvSource({
        "TO ORDER OF Musashi Bank, Musashi Bank",
        "to  order of  Musashi  Bank, Musashi  Bank",
        "To The Order Of Musashi Bank Co. Ltd., Musashi Bank Co. Ltd.",
        "ＴＯ　ＯＲＤＥＲ　ＯＦ　武蔵銀行, 武蔵銀行",
        "TO\u00A0OR\u200BDER OF\u2003\u200BMusashi Bank, Musashi Bank"
    })
    void shouldReadWhoseOrderAndLeaveTheNameAsItIs(String words, String party) {
        assertThat(OrderWords.read(words)).isEqualTo(new OrderWords(Kind.ORDER_OF, party, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Elbe Werkzeughandel GmbH",
                "TOORDER LTD",
                "Order & Chaos Ltd",
                "Bearers United",
                "Tomorrow Orders Inc.",
                "Made To Order Furniture Ltd",
                ""
            })
    void shouldReadANameAsAName(String words) {
        assertThat(OrderWords.read(words)).isEqualTo(new OrderWords(Kind.NAMED, words, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TO THE BEARER",
                "BEARER OR HOLDER",
                "TO ORDER OR ASSIGNS",
                "TO ORDER: MUFG",
                "TO ORDER OF",
                "TO ORDER OF .",
                "TO ORDER OF TO BEARER",
                "TO ORDER OF 持参人",
                "TO-ORDER-OF MUFG",
                "\"TO ORDER\"",
                "Elbe GmbH OR ORDER",
                "Elbe GmbH, or  order.",
                "Elbe GmbH ＯＲ　ＯＲＤＥＲ",
                "Elbe GmbH or to his order",
                "Elbe GmbH or bearer",
                "UNTO ORDER OF MUFG",
                "ORDER OF MUFG",
                "指図人",
                "荷送人の指図による",
                "指 図 式",
                "持参人"
            })
    void shouldSayThatWordsAreNotClear(String words) {
        assertThat(OrderWords.read(words).clear()).isFalse();
    }

    @Test
    void shouldReadEndlessWordsWithoutLosingItsWay() {
        assertThat(OrderWords.read("TO ORDER OF ".repeat(300_000)).clear()).isFalse();
        assertThat(OrderWords.read("\u200B".repeat(1_000_000) + "TO ORDER").kind())
                .isEqualTo(Kind.ORDER_OF_SHIPPER);
    }
}
