package org.tegata.rules.export;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.uncefact.Currencies;

/**
 * What the totals are, who the parties say they are, and what the lines sum up to. The invoice currency stands behind
 * the lines, so their sum is kept for whatever currency it will turn out to be: one for currencies that no line names,
 * and what differs from it for each that a line names.
 */
public final class RecordNotes {

    private static final Path TOTALS = Path.of(
            "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount");
    private static final Path HEAD = Path.of("ram:AssociatedDocumentLineDocument");
    private static final Name PARENT = Name.of("ram:ParentLineID");
    private static final Name STATUS_REASON = Name.of("ram:LineStatusReasonCode");

    private final Totals totals = new Totals();
    private final Map<Name, String> firstLeis = new HashMap<>();
    private final Map<String, Sum> differences = new HashMap<>();
    private Sum unnamed = Sum.NOTHING;
    private int lines;
    private boolean grouped;

    /** How many lines have exactly one total, and what those totals are together. */
    private record Sum(int lines, BigDecimal amount) {

        static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(lines + other.lines, amount.add(other.amount));
        }

        Sum minus(Sum other) {
            return new Sum(lines - other.lines, amount.subtract(other.amount));
        }

        static Sum ofOne(int count, BigDecimal amount) {
            return count == 1 ? new Sum(1, amount) : NOTHING;
        }
    }

    Totals totals() {
        return totals;
    }

    /** Notes the first Legal Entity Identifier of the seller and of the buyer. */
    void lei(Element id) {
        Element party = id.parent();
        if (party != null && Lei.isClaimedBy(id)) {
            firstLeis.putIfAbsent(party.name(), id.text().strip());
        }
    }

    /** Whether it is the same that its party has named first. */
    boolean isFirstLei(Element id) {
        Element party = id.parent();
        return party != null && id.text().strip().equals(firstLeis.get(party.name()));
    }

    void line(Element line) {
        lines++;
        var head = HEAD.firstIn(line);
        grouped |= head != null && (head.has(PARENT) || head.has(STATUS_REASON));
        int[] plain = {0};
        BigDecimal[] amount = {BigDecimal.ZERO};
        var named = new HashMap<String, Sum>();
        TOTALS.forEachIn(line, total -> {
            String currency = Read.attribute(total, "currencyID");
            if (currency == null) {
                plain[0]++;
                amount[0] = amount[0].add(Totals.value(total));
            } else if (Currencies.decimals(currency).isPresent()) {
                // Others are refused anyway, and could be any number of them.
                named.merge(currency, new Sum(1, Totals.value(total)), Sum::plus);
            }
        });
        var inOthers = Sum.ofOne(plain[0], amount[0]);
        unnamed = unnamed.plus(inOthers);
        named.forEach((currency, sum) -> {
            var own = Sum.ofOne(plain[0] + sum.lines, amount[0].add(sum.amount));
            differences.merge(currency, own.minus(inOthers), Sum::plus);
        });
    }

    /**
     * What the lines sum up to in the invoice currency; null if it cannot be said: there is no line, a line has no
     * total in it or several, or lines are grouped, so that totals may count twice.
     */
    @Nullable
    BigDecimal sumOfLines() {
        String currency = totals.currency();
        var sum = unnamed.plus(differences.getOrDefault(currency == null ? "" : currency, Sum.NOTHING));
        return lines == 0 || grouped || sum.lines != lines ? null : sum.amount;
    }
}
