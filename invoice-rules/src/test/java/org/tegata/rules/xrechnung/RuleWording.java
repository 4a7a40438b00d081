package org.tegata.rules.xrechnung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tegata.rules.rule.Rule;

/** Whether a rule says in both languages what is wrong and how to mend it. */
public final class RuleWording {

    private static final String JAPANESE = "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]";

    private RuleWording() {}

    /** English in English letters but for Japanese terms in brackets; Japanese in Japanese; whole sentences. */
    public static void isComplete(Rule<?> rule) {
        var hint = rule.hint();
        assertThat(hint).as(rule.id()).isNotNull();
        for (String en : List.of(rule.message().en(), hint.en())) {
            assertThat(en.replaceAll("\\(" + JAPANESE + "+\\)", ""))
                    .as(rule.id())
                    .matches("(?s)[A-Z0-9].*[.)]");
            assertThat(en.replaceAll("\\(" + JAPANESE + "+\\)", ""))
                    .as(rule.id())
                    .matches("\\p{ASCII}+");
        }
        for (String ja : List.of(rule.message().ja(), hint.ja())) {
            assertThat(ja).as(rule.id()).containsPattern("\\p{IsHiragana}").matches("(?s).*[。）]");
        }
    }
}
