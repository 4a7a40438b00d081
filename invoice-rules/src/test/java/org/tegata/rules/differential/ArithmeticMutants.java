package org.tegata.rules.differential;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Invoices whose sums are right to the cent, and then one or two of them not: at the edges of every tolerance, with
 * halves to round, many decimals, and numbers written in all the ways that the schema allows.
 */
final class ArithmeticMutants {

    private static final List<String> CATEGORIES = List.of("S", "S", "S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B");
    private static final List<String> RATES =
            List.of("0", "5.5", "7", "7.00", "19", "19.0", "20", "25", "0.5", "33.333");
    private static final List<String> OFF = List.of(
            "0.01", "-0.01", "0.005", "-0.005", "0.004", "1", "-1", "0.99", "-0.99", "1.01", "0.995", "0.0000001", "2");

    private final SplittableRandom random;
    private final Tree root = Corpus.seed("minimal").copy();
    private final Map<String, BigDecimal> bases = new TreeMap<>();
    private BigDecimal lines = BigDecimal.ZERO;
    private BigDecimal allowances = BigDecimal.ZERO;
    private BigDecimal charges = BigDecimal.ZERO;

    private ArithmeticMutants(SplittableRandom random) {
        this.random = random;
    }

    static Mutant mutant(long seed, int number) {
        var made = new ArithmeticMutants(new SplittableRandom(seed * 1_000_003L + number));
        made.lines();
        made.allowancesAndCharges();
        made.breakdown();
        made.totals();
        String story = "arithmetic #" + number + made.disturbed();
        return new Mutant(story, made.root);
    }

    private Tree at(String local) {
        return root.all().stream()
                .filter(one -> one.name.equals("ram:" + local))
                .findFirst()
                .orElseThrow();
    }

    private String amount(boolean negativeToo) {
        var cents = BigDecimal.valueOf(random.nextLong(1, random.nextBoolean() ? 500 : 10_000_000), 2);
        return (negativeToo && random.nextInt(8) == 0 ? cents.negate() : cents).toPlainString();
    }

    private void lines() {
        var line = at("IncludedSupplyChainTradeLineItem");
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var next = i == 0 ? line : line.parent.add(i, line.copy());
            String amount = amount(true);
            next.each(one -> {
                if (one.name.equals("ram:LineTotalAmount")) {
                    one.text = amount;
                }
            });
            categorise(next, amount);
            lines = lines.add(new BigDecimal(amount));
        }
    }

    /** Gives what bears the tax a category and rate, and counts its amount in their base. */
    private void categorise(Tree bearer, String signedAmount) {
        String category = Values.pick(CATEGORIES, random);
        String rate = "SLMB".contains(category) || random.nextInt(20) == 0 ? Values.pick(RATES, random) : "0";
        bearer.each(one -> {
            if (one.name.equals("ram:CategoryCode")) {
                one.text = category;
            } else if (one.name.equals("ram:RateApplicablePercent")) {
                one.text = rate;
            }
        });
        String key = category + ' ' + new BigDecimal(rate).stripTrailingZeros().toPlainString();
        bases.merge(key, new BigDecimal(signedAmount), BigDecimal::add);
    }

    private void allowancesAndCharges() {
        var settlement = at("ApplicableHeaderTradeSettlement");
        var type = Xsd.D16B.typeOf(settlement);
        var particle = type.children().stream()
                .filter(one -> one.name().equals("ram:SpecifiedTradeAllowanceCharge"))
                .findFirst()
                .orElseThrow();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean charge = random.nextBoolean();
            String amount = amount(true);
            var template = Corpus.seed("category-S").all().stream()
                    .filter(one -> one.name.equals(particle.name()))
                    .findFirst()
                    .orElseThrow();
            var added = settlement.add(Xsd.placeFor(settlement, type, particle), template.copy());
            added.each(one -> {
                if (one.name.equals("udt:Indicator")) {
                    one.text = random.nextInt(10) == 0 ? charge ? "1" : "0" : String.valueOf(charge);
                } else if (one.name.equals("ram:ActualAmount")) {
                    one.text = amount;
                }
            });
            var value = new BigDecimal(amount);
            categorise(added, (charge ? value : value.negate()).toPlainString());
            charges = charge ? charges.add(value) : charges;
            allowances = charge ? allowances : allowances.add(value);
        }
    }

    private void breakdown() {
        var tax = at("ApplicableHeaderTradeSettlement").children.stream()
                .filter(one -> one.name.equals("ram:ApplicableTradeTax"))
                .findFirst()
                .orElseThrow();
        var sum = BigDecimal.ZERO;
        for (var base : bases.entrySet()) {
            String[] key = base.getKey().split(" ");
            var amount = base.getValue()
                    .multiply(new BigDecimal(key[1]))
                    .movePointLeft(2)
                    .setScale(2, RoundingMode.HALF_UP);
            sum = sum.add(amount);
            var next = tax.parent.add(tax.index(), tax.copy());
            set(next, "CalculatedAmount", amount);
            set(next, "BasisAmount", base.getValue());
            next.each(one -> {
                if (one.name.equals("ram:CategoryCode")) {
                    one.text = key[0];
                } else if (one.name.equals("ram:RateApplicablePercent")) {
                    one.text = key[1];
                }
            });
        }
        tax.remove();
        set(root, "TaxTotalAmount", sum);
    }

    private void totals() {
        var summation = at("SpecifiedTradeSettlementHeaderMonetarySummation");
        set(summation, "LineTotalAmount", lines);
        var basis = lines.subtract(allowances).add(charges);
        set(summation, "TaxBasisTotalAmount", basis);
        var grand = basis.add(new BigDecimal(at("TaxTotalAmount").text));
        set(summation, "GrandTotalAmount", grand);
        set(summation, "DuePayableAmount", grand);
        var extra = new ArrayList<String>();
        if (charges.signum() != 0 || random.nextInt(4) == 0) {
            extra.add("ChargeTotalAmount = " + charges);
        }
        if (allowances.signum() != 0 || random.nextInt(4) == 0) {
            extra.add("AllowanceTotalAmount = " + allowances);
        }
        if (random.nextInt(4) == 0) {
            extra.add("TotalPrepaidAmount = 0.00");
        }
        if (random.nextInt(4) == 0) {
            extra.add("RoundingAmount = -0.00");
        }
        for (String one : extra) {
            String[] parts = one.split(" = ");
            var type = Xsd.D16B.typeOf(summation);
            type.children().stream()
                    .filter(child -> child.name().equals("ram:" + parts[0]))
                    .forEach(child ->
                            summation.add(Xsd.placeFor(summation, type, child), new Tree(child.name(), parts[1])));
        }
    }

    private static void set(Tree within, String local, BigDecimal value) {
        within.each(one -> {
            if (one.name.equals("ram:" + local)) {
                one.text = value.toPlainString();
            }
        });
    }

    /** Up to two numbers wrong by a little, a few written otherwise; says which. */
    private String disturbed() {
        var numbers = root.all().stream()
                .filter(one -> one.leaf() && (one.name.endsWith("Amount") || one.name.endsWith("Percent")))
                .toList();
        var story = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            var number = Values.pick(numbers, random);
            number.text = new BigDecimal(number.text.strip())
                    .add(new BigDecimal(Values.pick(OFF, random)))
                    .toPlainString();
            story.append(", ").append(number.name).append(" = ").append(number.text);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            var number = Values.pick(numbers, random);
            number.text = written(number.text.strip());
        }
        return story.toString();
    }

    private String written(String number) {
        return switch (random.nextInt(7)) {
            case 0 -> number.startsWith("-") || number.startsWith("+") ? number : '+' + number;
            case 1 -> number.contains(".") ? number + "0" : number + ".";
            case 2 -> number.startsWith("0.") ? number.substring(1) : number;
            case 3 -> ' ' + number + '\n';
            case 4 -> new BigDecimal(number).stripTrailingZeros().toPlainString();
            case 5 -> new BigDecimal(number).signum() == 0 ? '-' + number.replaceFirst("^[+-]", "") : number;
            default -> number.startsWith("-") ? "-00" + number.substring(1) : "00" + number.replaceFirst("^\\+", "");
        };
    }
}
