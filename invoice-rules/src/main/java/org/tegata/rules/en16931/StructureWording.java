package org.tegata.rules.en16931;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.en16931.StructureTable.Place;
import org.tegata.rules.en16931.StructureTable.Row;
import org.tegata.rules.rule.Rule;
import org.tegata.rules.rule.Wording;

/** Messages and hints of the rules of the table: a few sentences, and what each element is; made when they are read. */
final class StructureWording {

    private static final Wording LEAVE_OUT = new Wording("Leave it out.", "削除してください。");
    private static final Wording LEAVE_OUT_OR_BE_SURE = new Wording(
            "Leave it out, or make sure that the receiver does not depend on it.", "削除するか、受信者がこの項目に頼らないことを確かめてください。");

    private volatile @Nullable Map<String, String[]> names;

    <T> void write(Rule<T> rule, Place place, Row row) {
        rule.says(() -> message(place, row)).hint(() -> hint(row));
    }

    private Wording message(Place place, Row row) {
        return switch (row.kind()) {
            case ABSENT -> row.path().indexOf('@') < 0 ? absentElement(place, row) : absentAttribute(place, row);
            case AT_MOST_ONE -> occurs(place, row, "may occur at most once", "は1つまでです。");
            case EXACTLY_ONE -> occurs(place, row, "must occur exactly once", "がちょうど1つ必要です。");
            case PRESENT -> occurs(place, row, "must occur", "が必要です。");
            case NOT_BOTH -> notBoth(place, row);
            case ALWAYS -> new Wording("This rule cannot fail in this release.", "この版ではこの規則に違反することはありません。");
            case CHECK -> throw new IllegalArgumentException(row.id() + " has its own words");
        };
    }

    private static Wording hint(Row row) {
        return switch (row.kind()) {
            case ABSENT -> row.severity() == Severity.ERROR ? LEAVE_OUT : LEAVE_OUT_OR_BE_SURE;
            case AT_MOST_ONE -> new Wording("Keep one and leave the others out.", "1つだけ残し、ほかは削除してください。");
            case EXACTLY_ONE -> new Wording("Give it once.", "1つだけ記載してください。");
            case PRESENT -> new Wording("Add it.", "追加してください。");
            case NOT_BOTH -> new Wording("Keep one of the two.", "どちらか一方だけを残してください。");
            case ALWAYS -> new Wording("Nothing is to be done.", "対応は不要です。");
            case CHECK -> throw new IllegalArgumentException(row.id() + " has its own words");
        };
    }

    private Wording absentElement(Place place, Row row) {
        return absent(
                row,
                capital(en(row.path())) + " (" + row.path() + ") in " + place.en(),
                place.ja() + "の" + ja(row.path()) + "（" + row.path() + "）");
    }

    private Wording absentAttribute(Place place, Row row) {
        int at = row.path().indexOf('@');
        String attribute = row.path().substring(at);
        if (at == 0) {
            return absent(row, "The attribute " + attribute + " of " + place.en(), place.ja() + "の属性" + attribute);
        }
        String element = row.path().substring(0, at - 1);
        return absent(
                row,
                "The attribute " + attribute + " of " + en(element) + " (" + element + ") in " + place.en(),
                place.ja() + "の" + ja(element) + "（" + element + "）の属性" + attribute);
    }

    private static Wording absent(Row row, String en, String ja) {
        return row.severity() == Severity.ERROR
                ? new Wording(en + " is not allowed by EN 16931.", ja + "はEN 16931では使えません。")
                : new Wording(
                        en + " is not part of the EN 16931 core invoice; receivers may ignore it.",
                        ja + "はEN 16931のコア請求書の項目ではなく、受信者に無視されることがあります。");
    }

    private Wording occurs(Place place, Row row, String en, String ja) {
        return new Wording(
                capital(en(row.path())) + " (" + row.path() + ") " + en + " in " + place.en() + ".",
                place.ja() + "に" + ja(row.path()) + "（" + row.path() + "）" + ja);
    }

    private Wording notBoth(Place place, Row row) {
        var paths = row.path().split(" \\+ ");
        return new Wording(
                capital(en(paths[0])) + " (" + paths[0] + ") and " + en(paths[1]) + " (" + paths[1]
                        + ") must not both be given in " + place.en() + ".",
                place.ja() + "に" + ja(paths[0]) + "（" + paths[0] + "）と" + ja(paths[1]) + "（" + paths[1]
                        + "）の両方は記載できません。");
    }

    /** "role code of the seller" for {@code ram:SellerTradeParty/ram:RoleCode}. */
    private String en(String path) {
        var words = new StringBuilder();
        var steps = path.split("/");
        for (int i = steps.length - 1; i >= 0; i--) {
            words.append(words.isEmpty() ? "" : " of the ").append(name(steps[i])[1]);
        }
        return words.toString();
    }

    private String ja(String path) {
        var words = new StringBuilder();
        for (String step : path.split("/")) {
            words.append(words.isEmpty() ? "" : "の").append(name(step)[2]);
        }
        return words.toString();
    }

    /** The line of {@code element-names.tsv} for a step of a path. */
    private String[] name(String step) {
        var known = names;
        if (known == null) {
            known = new HashMap<>();
            for (var cells : StructureTable.read("element-names.tsv")) {
                known.put(cells[0], cells);
            }
            names = known;
        }
        var found = known.get(step.substring(step.indexOf(':') + 1));
        if (found == null) {
            throw new IllegalStateException(step + " is not in element-names.tsv");
        }
        return found;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
