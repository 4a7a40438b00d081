package org.tegata.rules.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The code lists: sorted files, and what each release adds and takes away. */
class CodeListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eas",
                "iso-3166",
                "iso-4217",
                "iso-6523",
                "mime",
                "units",
                "untdid-1001",
                "untdid-1153",
                "untdid-2475",
                "untdid-4451",
                "untdid-4461",
                "untdid-5189",
                "untdid-5305",
                "untdid-7143",
                "untdid-7161",
                "vatex"
            })
    void shouldBeSortedWithoutBlanksAndNeverEmpty(String file) {
        var lines = StructureTable.read("codes/" + file + ".tsv");

        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(cells -> assertThat(cells.length).isIn(1, 3));
        assertThat(lines.stream().map(cells -> cells[0]))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(code -> !code.isEmpty() && code.chars().noneMatch(Character::isWhitespace));
        for (var version : En16931Version.values()) {
            assertThat(new CodeList(file, "", version).codes()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eas, 97, 99, 100, 104",
        "iso-3166, 251, 251, 251, 251",
        "iso-4217, 179, 178, 179, 178",
        "iso-6523, 233, 235, 238, 243",
        "mime, 6, 6, 6, 6",
        "units, 2162, 2162, 2162, 2162",
        "untdid-1001, 55, 62, 62, 62",
        "untdid-1153, 817, 818, 818, 818",
        "untdid-2475, 3, 3, 3, 3",
        "untdid-4451, 401, 401, 401, 401",
        "untdid-4461, 84, 84, 84, 84",
        "untdid-5189, 19, 19, 19, 19",
        "untdid-5305, 10, 10, 10, 10",
        "untdid-7143, 184, 185, 185, 185",
        "untdid-7161, 178, 178, 178, 178",
        "vatex, 62, 87, 88, 88"
    })
    void shouldHaveTheCodesOfEachRelease(String file, int first, int second, int third, int fourth) {
        assertThat(size(file, En16931Version.V1_3_13)).isEqualTo(first);
        assertThat(size(file, En16931Version.V1_3_14)).isEqualTo(second);
        assertThat(size(file, En16931Version.V1_3_15)).isEqualTo(third);
        assertThat(size(file, En16931Version.V1_3_16)).isEqualTo(fourth);
    }

    @Test
    void shouldIgnoreWhiteSpaceAtTheEndsAndNothingElse() {
        var types = new CodeList("untdid-1001", "UNTDID 1001", En16931Version.newest());

        assertThat(types.has("380")).isTrue();
        assertThat(types.has(" \t380\r\n")).isTrue();
        assertThat(types.has("\u00a0380")).isFalse();
        assertThat(types.has("380 381")).isFalse();
        assertThat(types.has("38 0")).isFalse();
        assertThat(types.has("")).isFalse();
        assertThat(types.has(" ")).isFalse();
        assertThat(types.has(null)).isFalse();
        assertThat(types.hasExactly("380")).isTrue();
        assertThat(types.hasExactly(" 380")).isFalse();
    }

    @Test
    void shouldFollowTheReleasesWhereCurrenciesAndSchemesChange() {
        assertThat(currencies(En16931Version.V1_3_15).has("BGN")).isTrue();
        assertThat(currencies(En16931Version.V1_3_16).has("BGN")).isFalse();
        assertThat(currencies(En16931Version.V1_3_15).has("XCG")).isFalse();
        assertThat(currencies(En16931Version.V1_3_16).has("XCG")).isTrue();
        assertThat(new CodeList("iso-6523", "", En16931Version.V1_3_15).has("0244"))
                .as("stands there without the blank that the official test looks for")
                .isFalse();
    }

    private static CodeList currencies(En16931Version version) {
        return new CodeList("iso-4217", "ISO 4217", version);
    }

    private static int size(String file, En16931Version version) {
        return new CodeList(file, "", version).codes().size();
    }
}
