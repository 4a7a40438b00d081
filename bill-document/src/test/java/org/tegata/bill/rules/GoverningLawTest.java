package org.tegata.bill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading from a bill's words which law governs it. */
class GoverningLawTest {

    private static final String ENGLISH = "English law and the laws of the United Kingdom";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "English law governs this bill.",
                "This Bill of Lading is governed by, and construed in accordance with, the laws of England.",
                "Governing law: English",
                "LAW AND JURISDICTION: this contract shall be subject to English law",
                "Except as otherwise provided, the laws of England and Wales shall govern.",
                "The contract evidenced hereby shall be governed by UK law",
                "本証券は英国法に準拠する。"
            })
    void shouldRecogniseEnglishLaw(String words) {
        assertThat(GoverningLaw.stated(words)).containsExactly(ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "governed by Singapore law | Singapore law",
                "governed by the laws of the People's Republic of China | Chinese law",
                "The applicable law is French law | French law",
                "Disputes are governed by the law of the Abu Dhabi Global Market | Law of the Abu Dhabi Global Market",
                "準拠法は日本法とする | Japanese law"
            })
    void shouldRecogniseALawOfTheTable(String words, String law) {
        assertThat(GoverningLaw.stated(words)).containsExactly(law);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "governed by the law of Ruritania | RURITANIA",
                "This bill shall be governed by Ruritanian law | RURITANIAN LAW",
                "governed by the laws of the State of Utopia without regard to conflicts | STATE OF UTOPIA"
            })
    void shouldQuoteALawThatItDoesNotKnow(String words, String law) {
        assertThat(GoverningLaw.stated(words)).containsExactly(law);
        assertThat(GoverningLaw.isListed(law)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All claims are subject to the High Court of Singapore.",
                "Goods are subject to the carrier's terms, which incorporate the Hague-Visby Rules.",
                "The carrier may act as any applicable law compels it to.",
                "English oak, flawless.",
                "Place of issue: London, England"
            })
    void shouldNotTakeACourtOrAPlaceForALaw(String words) {
        assertThat(GoverningLaw.stated(words)).isEmpty();
    }

    @Test
    void shouldReadLineByLineAndOnlyThenAcrossLines() {
        assertThat(GoverningLaw.stated("This bill is governed by Singapore law\nNotices: English Law Chambers, Kobe"))
                .containsExactly("Singapore law");
        assertThat(GoverningLaw.stated("This bill of lading shall be governed by\r\nEnglish law"))
                .containsExactly(ENGLISH);
    }

    @Test
    void shouldReadNoFurtherThanAHundredThousandCharacters() {
        String law = "This bill is governed by English law.";

        assertThat(GoverningLaw.stated("x ".repeat(40_000) + law)).containsExactly(ENGLISH);
        assertThat(GoverningLaw.stated("x ".repeat(50_000) + law)).isEmpty();
    }

    @Test
    void shouldListOnlyLawsThatAskForNothingMore() {
        assertThat(GoverningLaw.isListed(ENGLISH)).isTrue();
        assertThat(GoverningLaw.stated("governed by the laws of Korea")).containsExactly("Korean law");
        assertThat(GoverningLaw.listed()).doesNotContain("Korean law", "German law", "Japanese law");
    }

    @Test
    void shouldSayWhenTheLawIsLeftToACharterParty() {
        assertThat(GoverningLaw.stated("This bill is governed by the law of the charter party dated 3 October 2026."))
                .containsExactly(GoverningLaw.CHARTER_PARTY);
    }

    static Stream<List<String>> laws() {
        return Phrases.table("governing-laws.tsv").stream().map(List::of);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void shouldHaveASourceAndADayForEachLawAndFindItByEachOfItsNames(List<String> row) {
        assertThat(row).hasSize(7).noneMatch(String::isBlank);
        assertThat(row.get(1)).isIn("allows", "conditional", "unknown");
        assertThat(LocalDate.parse(row.get(6))).isAfter(LocalDate.of(2026, 1, 1));
        for (String name : row.get(2).split("\\|")) {
            String words = name.endsWith("法") ? "準拠法は" + name : "This bill is governed by " + name + " law";
            assertThat(GoverningLaw.stated(words)).as(name).containsExactly(row.get(0));
        }
    }

    static Stream<Phrases> phrases() {
        return Stream.of(
                Phrases.UNCLEAN,
                Phrases.ON_DECK,
                Phrases.CHARTER_PARTY,
                Phrases.FREIGHT_PREPAID,
                Phrases.FREIGHT_COLLECT);
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void shouldFindEachPhraseThatIsMeantAndNoneThatIsHarmless(Phrases phrases) {
        assertThat(phrases.meant())
                .isNotEmpty()
                .allSatisfy(phrase -> assertThat(phrases.in("Some words, " + phrase.toLowerCase(Locale.ROOT) + "."))
                        .isNotNull());
        assertThat(phrases.harmless())
                .allSatisfy(phrase ->
                        assertThat(phrases.in("Words " + phrase + ".")).isNull());
    }

    @Test
    void shouldNotFindAPhraseInsideAWord() {
        assertThat(Phrases.ON_DECK.in("CARBON DECKING")).isNull();
        assertThat(Phrases.CHARTER_PARTY.in("WC/PX")).isNull();
    }
}
