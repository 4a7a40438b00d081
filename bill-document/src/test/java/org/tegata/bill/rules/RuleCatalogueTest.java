package org.tegata.bill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tegata.bill.xml.BillSchema;

/** docs/reference/rules/bill-of-lading.md: made of the rules themselves; a stale page fails. */
class RuleCatalogueTest {

    private static final Path PAGE = Path.of("../docs/reference/rules/bill-of-lading.md");
    private static final List<String> JSON_FINDINGS = List.of(
            "JSON-MALFORMED | The text is not one JSON object (RFC 8259, I-JSON), or is too long or too deep."
                    + " | 一つの JSON オブジェクトとして読めないか、長すぎるか深すぎます。",
            "JSON-CHARACTER | A text holds a character that XML 1.0 cannot say, such as U+0001."
                    + " | XML 1.0 で表せない文字（U+0001 など）を含みます。",
            "DCSA-REQUIRED | A required attribute is missing. | 必須の項目がありません。",
            "DCSA-TYPE | A value is of another type: text for a number, no array, no object."
                    + " | 値の型が違います（数値、文字列、配列など）。",
            "DCSA-LENGTH | A text or an array is too short or too long. | 文字列又は配列が短すぎるか長すぎます。",
            "DCSA-PATTERN | A text is not in its form: a date, a code's letters, no blanks around it."
                    + " | 文字列が決められた形式（日付、コードなど）ではありません。",
            "DCSA-CODE | A code is not one of its list. | コードが一覧にありません。",
            "DCSA-RANGE | A number is out of its range. | 数値が範囲外です。",
            "DCSA-CONDITION | Attributes do not go together as DCSA's conditions ask." + " | 項目の組合せが DCSA の条件に合いません。");

    private static final Path SOURCES = Path.of("src/main/java/org/tegata/bill/rules");

    @Test
    void shouldHaveAFreshPage() throws IOException {
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE).as("run this test with -Dtegata.update-snapshots=true").exists();
        assertThat(Files.readString(PAGE))
                .as("stale: run with -Dtegata.update-snapshots=true")
                .isEqualTo(page());
    }

    @Test
    void shouldSayEachRuleInBothLanguages() {
        assertThat(Catalogue.rules()).allSatisfy(rule -> {
            assertThat(List.of(rule.source(), rule.says(), rule.hint()))
                    .as(rule.id())
                    .noneMatch(String::isBlank);
            assertThat(List.of(rule.saysJa(), rule.hintJa()))
                    .as(rule.id())
                    .allMatch(text -> Pattern.compile("[\\p{IsHiragana}\\p{IsHan}]")
                            .matcher(text)
                            .find());
            assertThat(rule.says()).as(rule.id()).endsWith(".");
            assertThat(rule.saysJa()).as(rule.id()).endsWith("。");
        });
    }

    /** One Japanese word a thing: 原本, 写し, 正式輸送品名, 専門的名称, and 包装 or 個数. */
    @Test
    void shouldCallAThingByOneJapaneseWord() {
        var losing = Pattern.compile("正本|謄本|品目名|技術名|技術的名称|梱包");

        assertThat(Catalogue.rules())
                .allSatisfy(rule ->
                        assertThat(rule.saysJa() + rule.hintJa()).as(rule.id()).doesNotContainPattern(losing));
    }

    @Test
    void shouldUseNoIdTwiceNorAgain() {
        var ids = new HashSet<String>();
        Stream.concat(
                        Catalogue.rules().stream().map(Rule::id),
                        Catalogue.retired().stream().map(Catalogue.Retired::id))
                .forEach(id -> assertThat(ids.add(id)).as(id).isTrue());

        assertThat(ids).allMatch(id -> id.matches("TGT-BL-[0-9]{2}"));
    }

    /** A reader finds a rule by its id with one search: it is declared once, and listed. */
    @Test
    void shouldDeclareEachRuleOnceAndListIt() throws IOException {
        var declared = new HashSet<String>();
        try (var files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Rules.java")).toList()) {
                var id = Pattern.compile("\"(TGT-BL-[0-9]{2})\"").matcher(Files.readString(file));
                while (id.find()) {
                    assertThat(declared.add(id.group(1))).as(id.group(1)).isTrue();
                }
            }
        }

        assertThat(Catalogue.rules()).extracting(Rule::id).containsExactlyInAnyOrderElementsOf(declared);
    }

    private static String page() {
        var page = new StringBuilder("# Rules of `%s`\n\n".formatted(BillSchema.RULE_SET));
        page.append("What a bill of lading or sea waybill must (ERROR) or should (WARNING) say beyond its schema.\n");
        page.append(
                "A bill that came as DCSA's JSON is judged by the same rules, beside those of its attribute table.\n");
        page.append("Made by `RuleCatalogueTest` of bill-document from the rules themselves; the words are ours.\n");
        page.append("\n## %d rules\n\n".formatted(Catalogue.rules().size()));
        page.append("| Rule | Severity | What is wrong | 日本語 | To mend it | 対処 | Source |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (Rule rule : Catalogue.rules()) {
            page.append("| %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.severity(),
                            rule.says(),
                            rule.saysJa(),
                            rule.hint(),
                            rule.hintJa(),
                            rule.source()));
        }
        page.append("\n## Retired\n\n| Rule | Why | 理由 |\n|---|---|---|\n");
        Catalogue.retired()
                .forEach(gone -> page.append("| %s | %s | %s |\n".formatted(gone.id(), gone.why(), gone.whyJa())));
        appendJson(page);
        appendLaws(page);
        appendPhrases(page);
        return page.toString();
    }

    private static void appendJson(StringBuilder page) {
        page.append("\n## Findings on JSON\n\n");
        page.append(
                "A transport document in JSON has to be JSON, text that XML can say, and DCSA's EBL 3.0.4, first;\n");
        page.append("the location is a JSON pointer. What a bill in XML cannot say to DCSA is told"
                + " by the same DCSA ids.\n");
        page.append("\n| Rule | What is wrong | 日本語 |\n|---|---|---|\n");
        JSON_FINDINGS.forEach(row -> page.append("| ").append(row).append(" |\n"));
    }

    private static void appendLaws(StringBuilder page) {
        page.append("\n## Governing laws (TGT-BL-80, 81, 83)\n\n");
        page.append("From `rules/governing-laws.tsv`. It knows what was found on that day; counsel decides.\n\n");
        page.append("| Law | Status | Act | Since | Source | Checked |\n|---|---|---|---|---|---|\n");
        for (String[] row : Phrases.table("governing-laws.tsv")) {
            page.append("| %s | %s | %s | %s | %s | %s |\n".formatted(row[0], row[1], row[3], row[4], row[5], row[6]));
        }
    }

    private static void appendPhrases(StringBuilder page) {
        page.append("\n## Words in clauses (TGT-BL-49, 82, 85, 86)\n\n");
        page.append("From `rules/phrases.tsv`. Harmless words are taken out before the others are looked for.\n\n");
        page.append("| Subject | Reading | Words | Source |\n|---|---|---|---|\n");
        for (String[] row : Phrases.table("phrases.tsv")) {
            page.append("| %s | %s | %s | %s |\n".formatted(row[0], row[1], row[2], row[3]));
        }
    }
}
