package org.tegata.bill.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an element follows from: {@code sum PATH}, {@code count PATH}, {@code copy PATH}, {@code position} (among its
 * siblings) or {@code always VALUE}.
 */
record Formula(Kind kind, @Nullable Path path, @Nullable Path parents, String value) {

    enum Kind {
        SUM,
        COUNT,
        COPY,
        POSITION,
        ALWAYS
    }

    private static final int DECIMALS = 3;

    private record Unit(String metric, BigDecimal factor) {}

    /** The international pound and the cubic foot of 0.3048 m, exactly. */
    private static final Map<String, Unit> UNITS = Map.of(
            "KGM", new Unit("KGM", BigDecimal.ONE),
            "TNE", new Unit("KGM", BigDecimal.valueOf(1000)),
            "LBR", new Unit("KGM", new BigDecimal("0.45359237")),
            "MTQ", new Unit("MTQ", BigDecimal.ONE),
            "FTQ", new Unit("MTQ", new BigDecimal("0.028316846592")));

    static Formula parse(String text, Type from) {
        String[] words = text.split(" ", 2);
        var kind = switch (words[0]) {
            case "sum" -> Kind.SUM;
            case "count" -> Kind.COUNT;
            case "copy" -> Kind.COPY;
            case "position" -> Kind.POSITION;
            case "always" -> Kind.ALWAYS;
            default -> throw new IllegalArgumentException("unknown formula: " + text);
        };
        if (kind == Kind.POSITION || kind == Kind.ALWAYS) {
            return new Formula(kind, null, null, words.length > 1 ? words[1] : "");
        }
        String path = words.length > 1 ? words[1] : "";
        int slash = path.lastIndexOf('/');
        return new Formula(kind, existing(path, from), existing(slash < 0 ? "." : path.substring(0, slash), from), "");
    }

    private static Path existing(String path, Type from) {
        var parsed = Path.parse(path, from);
        if (parsed == null) {
            throw new IllegalArgumentException(from + " has no " + path);
        }
        return parsed;
    }

    /** What follows, from elements that are said if only those count, as a place of that type; null if nothing does. */
    @Nullable
    Place of(Place at, Type type, String name, boolean saidOnly) {
        return switch (kind) {
            case SUM -> sum(at, type, name, saidOnly);
            case COUNT -> count(at, type, name, saidOnly);
            case COPY -> {
                var original = path == null ? null : path.one(at);
                yield original == null || original.isNothing() || saidOnly && !isAllSaid(original)
                        ? null
                        : original.copy(type, name);
            }
            case POSITION -> place(type, name, String.valueOf(at.position() + 1));
            case ALWAYS -> place(type, name, value);
        };
    }

    private @Nullable Place count(Place at, Type type, String name, boolean saidOnly) {
        int[] number = new int[1];
        if (path != null) {
            path.each(at, counted -> number[0] += saidOnly && !isSaid(counted) || counted.isNothing() ? 0 : 1);
        }
        return number[0] == 0 ? null : place(type, name, String.valueOf(number[0]));
    }

    private @Nullable Place sum(Place at, Type type, String name, boolean saidOnly) {
        var sum = new Sum();
        if (path == null || parents == null) {
            return null;
        }
        int[] wanted = new int[1];
        parents.each(at, parent -> wanted[0] += parent.isNothing() ? 0 : 1);
        path.each(at, operand -> {
            sum.add(operand);
            sum.isBroken |= saidOnly && !isWhollySaid(operand);
        });
        if (sum.count == 0 || sum.count != wanted[0] || sum.isBroken) {
            return null;
        }
        boolean isMetric = sum.isMixed;
        var total = isMetric ? rounded(sum.metric) : sum.plain;
        var place = place(
                type,
                name,
                total.signum() == 0 ? "0" : total.stripTrailingZeros().toPlainString());
        if (sum.unit != null) {
            place.attribute("unitCode", isMetric && sum.metricUnit != null ? sum.metricUnit : sum.unit);
        }
        return place;
    }

    /** A converted amount: to the gram, to the litre. */
    private static BigDecimal rounded(BigDecimal converted) {
        return converted.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static Place place(Type type, String name, String value) {
        var place = new Place(type, name);
        place.value = value;
        return place;
    }

    private static boolean isWhollySaid(Place operand) {
        var unit = operand.attribute("unitCode");
        return operand.said && (unit == null || unit.said);
    }

    /** Whether anything of it is said. */
    private static boolean isSaid(Place place) {
        boolean[] any = {place.value != null && place.said};
        place.each(part -> any[0] |= isSaid(part));
        return any[0];
    }

    private static boolean isAllSaid(Place place) {
        boolean[] all = {place.value == null || place.said};
        place.each(part -> all[0] &= isAllSaid(part));
        return all[0];
    }

    /** Whether two values of one kind are the same amount. */
    static boolean isSame(Place one, Place other) {
        if (one.isWithin(other)) {
            return true;
        }
        var sum = new Sum();
        sum.add(one);
        var otherSum = new Sum();
        otherSum.add(other);
        if (sum.isBroken || otherSum.isBroken || (sum.unit == null) != (otherSum.unit == null)) {
            return false;
        }
        boolean sameUnit = sum.unit == null || sum.unit.equals(otherSum.unit);
        return sameUnit
                ? sum.plain.compareTo(otherSum.plain) == 0
                : sum.isMetric
                        && otherSum.isMetric
                        && String.valueOf(sum.metricUnit).equals(otherSum.metricUnit)
                        && rounded(sum.metric).compareTo(rounded(otherSum.metric)) == 0;
    }

    /** A sum in the unit of all, or in the metric unit when they have several. */
    private static final class Sum {
        private int count;
        private boolean isBroken;
        private boolean isMixed;
        private boolean isMetric = true;
        private @Nullable String unit;
        private @Nullable String metricUnit;
        private BigDecimal plain = BigDecimal.ZERO;
        private BigDecimal metric = BigDecimal.ZERO;

        private void add(Place place) {
            String spelt = place.value == null ? null : Decimals.of(place.value);
            String its = place.attributeText("unitCode");
            if (spelt == null || count > 0 && (its == null) != (unit == null)) {
                isBroken = true;
                return;
            }
            var number = new BigDecimal(spelt);
            plain = plain.add(number);
            var known = its == null ? null : UNITS.get(its);
            isMixed |= count > 0 && its != null && !its.equals(unit);
            isMetric &= known != null && (count == 0 || known.metric().equals(metricUnit));
            isBroken |= isMixed && !isMetric;
            if (known != null) {
                metric = metric.add(number.multiply(known.factor()));
                metricUnit = known.metric();
            }
            unit = its;
            count++;
        }
    }
}
