package org.tegata.bl.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where lines end. */
class WrapTest {

    private final PDDocument file = new PDDocument();
    private final Wrap wrap = new Wrap(new Letters(file, Typefaces.load()));

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    private List<String> lines(String text, float width) {
        return wrap.lines(text, 10, width).stream()
                .map(line -> line.stream()
                        .map(glyph -> Character.toString(glyph.codePoint()))
                        .reduce("", String::concat))
                .toList();
    }

    @Test
    void shouldEndLinesAtBlanksWhenThereAreAny() {
        assertThat(lines("shipped on board", 45)).containsExactly("shipped", "on board");
        assertThat(lines("  two  blanks", 200)).containsExactly("  two  blanks");
    }

    @Test
    void shouldEndLinesInsideAWordWhenItIsLongerThanALine() {
        var lines = lines("w".repeat(20), 30);

        assertThat(lines).hasSizeGreaterThan(4);
        assertThat(String.join("", lines)).isEqualTo("w".repeat(20));
        assertThat(lines("ww", 1)).containsExactly("w", "w");
    }

    @Test
    void shouldEndLinesAnywhereInJapaneseButNotBeforeAFullStop() {
        assertThat(lines("船荷証券。", 41)).containsExactly("船荷証", "券。");
        assertThat(lines("船荷証券", 21)).containsExactly("船荷", "証券");
    }

    @Test
    void shouldKeepTheLinesOfTheText() {
        assertThat(lines("one\r\ntwo\n\nfour\rfive", 200)).containsExactly("one", "two", "", "four", "five");
        assertThat(lines("", 200)).containsExactly("");
    }
}
