package org.tegata.bl.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.domain.BillFixture.BANK;
import static org.tegata.bl.domain.BillFixture.CARRIER;
import static org.tegata.bl.domain.BillFixture.IMPORTER;
import static org.tegata.bl.domain.BillFixture.ISSUING_BANK;
import static org.tegata.bl.domain.BillFixture.SHIPPER;
import static org.tegata.bl.domain.BillFixture.STRANGER;
import static org.tegata.bl.domain.BillFixture.named;
import static org.tegata.bl.domain.BillFixture.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.access.PartyId;
import org.tegata.problem.Rejected;

/**
 * Every act by every party in every situation of every kind of bill, against who-may-do-what.txt: the rules of title
 * as one can read them without reading Java. {@code -Dtegata.update-snapshots=true} writes the file anew, to be read
 * line by line before it is believed.
 */
class WhoMayDoWhatTest {

    private static final Path TABLE = Path.of("src/test/resources/title/who-may-do-what.txt");
    private static final String RULE = "== ";
    private static final List<String> ORDER = List.of("holder", "carrier", "pledgor", "former", "entitled", "stranger");
    private static final List<Situation> SITUATIONS = Situation.all();

    static Stream<Situation> situations() {
        return SITUATIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void shouldAllowWhatTheTableSaysAndNothingElse(Situation situation) {
        assertThat(table(situation)).isEqualTo(expected().get(situation.name()));
    }

    @Test
    void shouldLeaveNoSituationOut() throws IOException {
        if (Boolean.getBoolean("tegata.update-snapshots")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(
                    TABLE, introduction() + situations().map(this::block).collect(Collectors.joining()));
        }
        assertThat(expected().keySet())
                .containsExactlyElementsOf(situations().map(Situation::name).toList());
    }

    @ParameterizedTest
    @EnumSource(value = Situation.Kind.class, names = "SEA_WAYBILL", mode = EnumSource.Mode.EXCLUDE)
    void shouldReachEveryStatusWithEveryKindOfBill(Situation.Kind kind) {
        assertThat(situations()
                        .filter(one -> one.kind() == kind)
                        .map(one -> one.bill().status()))
                .contains(BillStatus.values());
    }

    /** What is no document of title is never pledged, never on its way, and never surrendered for the goods. */
    @Test
    void shouldReachEveryStatusThatASeaWaybillHas() {
        assertThat(situations()
                        .filter(one -> one.kind() == Situation.Kind.SEA_WAYBILL)
                        .map(one -> one.bill().status())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        BillStatus.DRAFT,
                        BillStatus.ISSUED,
                        BillStatus.PENDING_SURRENDER_FOR_AMENDMENT,
                        BillStatus.SURRENDERED_FOR_AMENDMENT,
                        BillStatus.VOIDED);
    }

    /** What may be asked says the same as what happens; arguments alone can make a difference, and only against. */
    @ParameterizedTest
    @MethodSource("situations")
    void shouldTellBeforehandWhatWillHappen(Situation situation) {
        for (var act : TitleAct.values()) {
            for (var party : List.of(SHIPPER, CARRIER, BANK, IMPORTER, ISSUING_BANK, STRANGER)) {
                var told = Permission.refusal(situation.bill(), act, party)
                        .map(no -> no.type().slug())
                        .orElse("yes");
                var pledgor = situation.bill().title().pledgor();
                var other = pledgor == null ? ISSUING_BANK : SHIPPER;
                assertThat(outcome(situation.bill(), act, party, other))
                        .as("%s by %s", act, party)
                        .isEqualTo(told);
            }
        }
    }

    private static Map<String, String> expected() {
        try {
            var blocks = new LinkedHashMap<String, String>();
            var text = Files.readString(TABLE, StandardCharsets.UTF_8);
            for (var block : text.substring(text.indexOf(RULE) + RULE.length()).split("\n" + RULE)) {
                int end = block.indexOf('\n');
                blocks.put(block.substring(0, end), block.substring(end + 1).stripTrailing());
            }
            return blocks;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String introduction() {
        return """
                Who may do what to a bill of lading or a sea waybill, and why not: each block one situation, each line
                one act, each column one party. "no" is not-your-act: the act is somebody else's. Other words are the
                problem that the party is told of (docs/errors.md). An act without a line nobody may do in that
                situation.

                The parties: the holder; the carrier; the pledgor; "former", who held the bill before; "entitled", to
                whom the goods are made out, or to whose order the bill is, without holding it; and a stranger.
                An endorsement or a transfer is to a bank that has nothing to do with the bill, if not said otherwise.

                """;
    }

    private String block(Situation situation) {
        return RULE + situation.name() + "\n" + table(situation) + "\n\n";
    }

    private String table(Situation situation) {
        var roles = roles(situation.bill());
        var lines = new ArrayList<String>();
        lines.add(line("", roles.keySet().stream().toList()));
        for (var act : TitleAct.values()) {
            if (roles.values().stream().anyMatch(party -> !isWrongState(situation.bill(), act, party))) {
                lines.addAll(rows(situation.bill(), act, roles));
            }
        }
        lines.add(lines.size() == 1 ? "wrong-state: every act" : "wrong-state: every other act");
        return String.join("\n", lines);
    }

    private static boolean isWrongState(Bill bill, TitleAct act, PartyId party) {
        return outcome(bill, act, party, ISSUING_BANK).equals(BillProblem.WRONG_STATE.slug());
    }

    private static List<String> rows(Bill bill, TitleAct act, Map<String, PartyId> roles) {
        boolean named = act == TitleAct.ENDORSE || act == TitleAct.ENDORSE_TO_ORDER;
        if (bill.title().pledgor() == null || !named) {
            return List.of(row(act.name(), bill, act, roles, ISSUING_BANK));
        }
        return List.of(
                row(act + " another", bill, act, roles, ISSUING_BANK),
                row(act + " pledgor", bill, act, roles, SHIPPER));
    }

    private static String row(String label, Bill bill, TitleAct act, Map<String, PartyId> roles, PartyId other) {
        return line(
                label,
                roles.values().stream()
                        .map(party -> outcome(bill, act, party, other))
                        .map(slug -> slug.equals(BillProblem.NOT_YOUR_ACT.slug()) ? "no" : slug)
                        .toList());
    }

    private static String line(String label, List<String> cells) {
        var line = new StringBuilder("%-26s".formatted(label));
        cells.forEach(cell -> line.append("%-23s".formatted(cell)));
        return line.toString().stripTrailing();
    }

    private static String outcome(Bill bill, TitleAct act, PartyId party, PartyId other) {
        try {
            var asked = statement(bill, act, party);
            BillFixture.decided(bill, asked.recipient() == null ? asked : BillFixture.to(named(other, null), asked));
            return "yes";
        } catch (Rejected refused) {
            return refused.type().slug();
        }
    }

    private static Map<String, PartyId> roles(Bill bill) {
        var roles = new LinkedHashMap<String, PartyId>();
        var pledgor = bill.title().pledgor();
        for (var party : List.of(SHIPPER, IMPORTER, BANK)) {
            boolean chain =
                    bill.transactions().stream().flatMap(Transaction::parties).anyMatch(one -> one.is(party));
            if (bill.holder() != null && bill.holder().is(party)) {
                roles.put("holder", party);
            } else if (pledgor != null && pledgor.is(party)) {
                roles.put("pledgor", party);
            } else if (bill.title().order().entitles(ChainParty.of(party, "", BillFixture.HERE))
                    && !(bill.title().order() instanceof Order.Blank)) {
                roles.put("entitled", party);
            } else if (chain) {
                roles.put("former", party);
            }
        }
        roles.put("carrier", CARRIER);
        roles.put("stranger", STRANGER);
        return roles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ORDER::indexOf)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
