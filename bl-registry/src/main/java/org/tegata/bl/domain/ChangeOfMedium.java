package org.tegata.bl.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tegata.problem.Rejected;

/**
 * A bill changes between paper and this register: what the statement says that the law wants in the record and in what
 * is shown of it (MLETR art. 17(2) and 18(2)).
 *
 * @param originals how many paper originals were issued, or were cancelled: all of them
 * @param place where
 */
public record ChangeOfMedium(Direction direction, int originals, String place) {

    /** More originals than this nobody issues of one bill. */
    public static final int MOST_ORIGINALS = 99;

    public ChangeOfMedium {
        if (originals < 1 || originals > MOST_ORIGINALS || place.isBlank()) {
            throw new IllegalArgumentException("a change of medium has paper originals and a place");
        }
    }

    /** Which way. */
    public enum Direction {
        TO_PAPER,
        FROM_PAPER
    }

    static Rejected wasNotOnPaper() {
        return new Rejected(BillProblem.ATTESTATION_MISSING, "The bill was not on paper: no originals were cancelled");
    }

    /** The statement, with the day (UTC) on which the register recorded the change. */
    public String statement(Instant at, DocumentKind kind) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var paper = originals == 1 ? "1 paper original" : originals + " paper originals";
        var cancelled = (originals == 1 ? "cancelled at " : "all cancelled at ") + place;
        return switch (direction) {
            case TO_PAPER ->
                "On %s at %s this electronic %s was replaced by %s and ceased to have effect."
                        .formatted(day, place, kind.english(), paper);
            case FROM_PAPER ->
                "On %s this electronic %s replaced %s, %s, which ceased to have effect."
                        .formatted(day, kind.english(), paper, cancelled);
        };
    }

    /** The same in Japanese. */
    public String statementInJapanese(Instant at, DocumentKind kind) {
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var when = "%d年%d月%d日（協定世界時）".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return switch (direction) {
            case TO_PAPER ->
                "%s、%sにおいて、本%sは書面の%s（原本%d通）に転換され、その効力を失った。"
                        .formatted(when, place, kind.recordInJapanese(), kind.japanese(), originals);
            case FROM_PAPER ->
                "%s、書面の%s（原本%d通）は%sにおいてすべて無効とされて効力を失い、本%sに転換された。"
                        .formatted(when, kind.japanese(), originals, place, kind.recordInJapanese());
        };
    }
}
