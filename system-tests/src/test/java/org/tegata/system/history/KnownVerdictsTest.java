package org.tegata.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories whose verdict a person can see. */
class KnownVerdictsTest {

    private static final boolean LEGAL = true;
    private static final boolean ILLEGAL = false;
    private static final String ISSUED = "1..2 C ISSUE @h1 = h2\n";

    static Stream<Arguments> alone() {
        return Stream.of(
                of("nothing happened", LEGAL, ""),
                of("a draft is read", LEGAL, "1..2 C reads h1"),
                of("issued and read", LEGAL, ISSUED + "3..4 S reads h2"),
                of("read as a draft after its issue", ILLEGAL, ISSUED + "3..4 S reads h1"),
                of("a stranger sees nothing", LEGAL, ISSUED + "3..4 X reads 404"),
                of("a stranger sees the bill", ILLEGAL, ISSUED + "3..4 X reads h2"),
                of("a party does not see it", ILLEGAL, ISSUED + "3..4 S reads 404"),
                of("transferred along", LEGAL, ISSUED + "3..4 S TRANSFER:B @h2 = h3\n5..6 B TRANSFER:D @h3 = h4"),
                of("transferred without holding it", ILLEGAL, ISSUED + "3..4 C TRANSFER:B @h2 = h3"),
                of("refused though it was allowed", ILLEGAL, ISSUED + "3..4 S TRANSFER:B @h2 = refused"),
                of("refused because not allowed", LEGAL, ISSUED + "3..4 C TRANSFER:B @h2 = refused"),
                of("head moved, but it had not", ILLEGAL, ISSUED + "3..4 S TRANSFER:B @h2 = moved:h2"),
                of("head moved, as somebody had acted", LEGAL, ISSUED + "3..4 C VOID @h1 = moved:h2"),
                of("a stranger is told that the head moved", ILLEGAL, ISSUED + "3..4 X VOID @h1 = moved:h2"),
                of("a stranger's act is not found", LEGAL, ISSUED + "3..4 X VOID @h1 = 404"));
    }

    static Stream<Arguments> oneAfterTheOther() {
        return Stream.of(
                of("act after the end", ILLEGAL, ISSUED + "3..4 C VOID @h2 = h3\n5..6 S TRANSFER:B @h3 = h4"),
                of("rejected in time", LEGAL, ISSUED + "3..4 S TRANSFER:B @h2 = h3\n5..6 B REJECT_TRANSFER @h3 = h4"),
                of(
                        "rejected after acting on it",
                        ILLEGAL,
                        ISSUED + "3..4 S TRANSFER:B @h2 = h3\n5..6 B SIGN @h3 = h4\n7..8 B REJECT_TRANSFER @h4 = h5"),
                of(
                        "voided after a rejection: all was as before",
                        LEGAL,
                        ISSUED + "3..4 S TRANSFER:B @h2 = h3\n5..6 B REJECT_TRANSFER @h3 = h4\n7..8 C VOID @h4 = h5"),
                of(
                        "voided after it had left its first holder",
                        ILLEGAL,
                        ISSUED + "3..4 S TRANSFER:B @h2 = h3\n5..6 B TRANSFER:S @h3 = h4\n7..8 C VOID @h4 = h5"),
                of(
                        "a pledgee endorses in blank",
                        ILLEGAL,
                        ISSUED + "3..4 S ENDORSE_TO_ORDER:B @h2 = h3\n5..6 S PLEDGE:B @h3 = h4\n"
                                + "7..8 B BLANK_ENDORSE @h4 = h5"),
                of(
                        "a pledgee endorses to the pledgor",
                        LEGAL,
                        ISSUED + "3..4 S ENDORSE_TO_ORDER:B @h2 = h3\n5..6 S PLEDGE:B @h3 = h4\n"
                                + "7..8 B ENDORSE:S @h4 = h5"),
                of("a pledge goes back", LEGAL, ISSUED + "3..4 S PLEDGE:B @h2 = h3\n5..6 B RELEASE @h3 = h4"),
                of("a pledge is handed on", ILLEGAL, ISSUED + "3..4 S PLEDGE:B @h2 = h3\n5..6 B TRANSFER:D @h3 = h4"),
                of(
                        "a surrender that is refused goes back",
                        LEGAL,
                        ISSUED + "3..4 S SURRENDER_FOR_DELIVERY @h2 = h3\n5..6 C REFUSE_SURRENDER @h3 = h4\n"
                                + "7..8 S reads h4\n9..9 S TRANSFER:B @h4 = h5"),
                of(
                        "the holder acts while the surrender is open",
                        ILLEGAL,
                        ISSUED + "3..4 S SURRENDER_FOR_DELIVERY @h2 = h3\n5..6 S TRANSFER:B @h3 = h4"));
    }

    static Stream<Arguments> together() {
        return Stream.of(
                of(
                        "two at once, one wins",
                        LEGAL,
                        ISSUED + "3..9 S TRANSFER:B @h2 = h3\n3..9 S TRANSFER:D @h2 = moved:h3"),
                of("two at once, both win", ILLEGAL, ISSUED + "3..9 S TRANSFER:B @h2 = h3\n3..9 S TRANSFER:D @h2 = h4"),
                of(
                        "two at once, none wins",
                        ILLEGAL,
                        ISSUED + "3..9 S TRANSFER:B @h2 = moved:h2\n3..9 S TRANSFER:D @h2 = moved:h2"),
                of(
                        "the loser returned before the winner began",
                        ILLEGAL,
                        ISSUED + "3..4 S TRANSFER:D @h2 = moved:h3\n5..6 S TRANSFER:B @h2 = h3"),
                of("read old while the act runs", LEGAL, ISSUED + "3..9 S TRANSFER:B @h2 = h3\n4..5 S reads h2"),
                of("read new while the act runs", LEGAL, ISSUED + "3..9 S TRANSFER:B @h2 = h3\n4..5 S reads h3"),
                of(
                        "read new, then old, while the act runs",
                        ILLEGAL,
                        ISSUED + "3..9 S TRANSFER:B @h2 = h3\n4..5 S reads h3\n6..7 C reads h2"),
                of(
                        "read new and old at once",
                        LEGAL,
                        ISSUED + "3..9 S TRANSFER:B @h2 = h3\n4..6 S reads h3\n5..7 C reads h2"),
                of("read old after the act", ILLEGAL, ISSUED + "3..4 S TRANSFER:B @h2 = h3\n5..6 S reads h2"),
                of(
                        "built on an act that has not returned",
                        LEGAL,
                        ISSUED + "3..9 S TRANSFER:B @h2 = h3\n4..5 B reads h3\n6..7 B TRANSFER:D @h3 = h4"),
                of(
                        "built on an act that had not begun",
                        ILLEGAL,
                        ISSUED + "3..4 B TRANSFER:D @h3 = h4\n5..6 S TRANSFER:B @h2 = h3"),
                of(
                        "the later act is seen first",
                        ILLEGAL,
                        ISSUED
                                + "3..9 S TRANSFER:B @h2 = h3\n3..9 B TRANSFER:D @h3 = h4\n4..5 S reads h4\n"
                                + "6..7 S reads h3"),
                of(
                        "a long chain within one long call",
                        LEGAL,
                        "1..20 C ISSUE @h1 = h2\n2..19 S TRANSFER:B @h2 = h3\n3..18 B TRANSFER:S @h3 = h4\n"
                                + "4..17 S PLEDGE:B @h4 = h5\n5..6 B reads h5"));
    }

    static Stream<Arguments> unanswered() {
        return Stream.of(
                of("no effect", LEGAL, ISSUED + "3..? S TRANSFER:B @h2 = ?\n5..6 S reads h2"),
                of("its effect is seen", LEGAL, ISSUED + "3..? S TRANSFER:B @h2 = ?h3\n5..6 S reads h3"),
                of(
                        "its effect is seen late",
                        LEGAL,
                        ISSUED + "3..? S TRANSFER:B @h2 = ?h3\n5..6 S reads h2\n7..8 S reads h3"),
                of(
                        "its effect is seen and then not",
                        ILLEGAL,
                        ISSUED + "3..? S TRANSFER:B @h2 = ?h3\n5..6 S reads h3\n7..8 S reads h2"),
                of(
                        "its effect is seen before it was asked for",
                        ILLEGAL,
                        ISSUED + "3..4 S reads h3\n5..? S TRANSFER:B @h2 = ?h3"),
                of(
                        "others build on it",
                        LEGAL,
                        ISSUED
                                + "3..? S TRANSFER:B @h2 = ?h3\n5..6 B TRANSFER:D @h3 = h4\n"
                                + "7..8 S TRANSFER:D @h2 = moved:h4"),
                of(
                        "another one took its place",
                        LEGAL,
                        ISSUED + "3..? S TRANSFER:B @h2 = ?\n5..6 S TRANSFER:D @h2 = h4\n7..8 D reads h4"),
                of(
                        "it and another one took effect",
                        ILLEGAL,
                        ISSUED + "3..? S TRANSFER:B @h2 = ?h3\n5..6 B reads h3\n7..8 S TRANSFER:D @h2 = h4"),
                of(
                        "the head moved and nobody but it can have moved it",
                        LEGAL,
                        ISSUED + "3..? S TRANSFER:B @h2 = ?h3\n5..6 S TRANSFER:D @h2 = moved:h3"),
                of(
                        "one of two",
                        LEGAL,
                        ISSUED + "3..? S TRANSFER:B @h2 = ?h3\n3..? S TRANSFER:D @h2 = ?\n5..6 B reads h3"),
                of(
                        "both of two",
                        ILLEGAL,
                        ISSUED
                                + "3..? S TRANSFER:B @h2 = ?h3\n3..? S TRANSFER:D @h2 = ?h4\n5..6 B reads h3\n"
                                + "7..8 D reads h4"),
                of("a reading that was not answered", LEGAL, ISSUED + "3..? S reads ?\n5..6 S reads h2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"alone", "oneAfterTheOther", "together", "unanswered"})
    void shouldJudgeAsAPersonWould(String name, boolean legal, String script) {
        var result = Linearizability.check(Script.DRAFT, Script.calls(script));

        assertThat(result.holds()).as("%s%n%s", script, result.why()).isEqualTo(legal);
    }

    private static Arguments of(String name, boolean legal, String script) {
        return Arguments.of(name, legal, script);
    }
}
