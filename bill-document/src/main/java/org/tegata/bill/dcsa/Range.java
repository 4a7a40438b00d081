package org.tegata.bill.dcsa;

/**
 * From and to, both included; infinite where there is no bound.
 *
 * @param beyond whether {@code from} itself is outside (DCSA's {@code exclusiveMinimum})
 */
public record Range(double from, double to, boolean beyond) {

    /** Every number. */
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    static Range parse(String text) {
        int dots = text.indexOf("..");
        String low = text.substring(0, dots);
        String high = text.substring(dots + 2);
        boolean beyond = low.endsWith("<");
        String least = beyond ? low.substring(0, low.length() - 1) : low;
        return new Range(
                least.isEmpty() ? ANY.from : Double.parseDouble(least),
                high.isEmpty() ? ANY.to : Double.parseDouble(high),
                beyond);
    }

    /** Whether the number is in it. */
    public boolean contains(double number) {
        return number <= to && (beyond ? number > from : number >= from);
    }

    /** In words, such as {@code "1 to 10"}, {@code "at most 35"}, {@code "more than 0"}; empty for any number. */
    public String words() {
        if (from == to) {
            return "exactly " + (long) from;
        }
        if (to == ANY.to) {
            return from == ANY.from ? "" : (beyond ? "more than " : "at least ") + (long) from;
        }
        return from == ANY.from ? "at most " + (long) to : (long) from + " to " + (long) to;
    }

    /** The same in Japanese. */
    public String wordsJa() {
        if (from == to) {
            return "%dちょうど".formatted((long) from);
        }
        if (to == ANY.to) {
            return from == ANY.from ? "" : "%d".formatted((long) from) + (beyond ? "超" : "以上");
        }
        return from == ANY.from ? "%d以下".formatted((long) to) : "%d以上%d以下".formatted((long) from, (long) to);
    }
}
