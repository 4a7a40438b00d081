package org.tegata.rules.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Name;

/**
 * Which elements a rule speaks of, by the names on the way from the root: a small part of XPath's patterns.
 *
 * <p>{@code /rsm:CrossIndustryInvoice/rsm:ExchangedDocument} is one place; {@code //ram:PayeeTradeParty} and {@code
 * ram:PayeeTradeParty} are every place; {@code //ram:A/ram:B} is a B right below an A. A step may be {@code ram:*}
 * (any), {@code ram:*ID} (names that end so), {@code *} (any of any namespace), and exclude one name: {@code
 * ram:*Amount!ram:TaxTotalAmount}. Alternatives are separated by {@code |}.
 */
public final class ContextPath {

    private final String written;
    private final List<Alternative> alternatives;

    private ContextPath(String written, List<Alternative> alternatives) {
        this.written = written;
        this.alternatives = List.copyOf(alternatives);
    }

    /** One way to get there. */
    public record Alternative(boolean anywhere, List<Step> steps) {}

    /** One step: a name, or what a name must end with; and a name that it must not be. */
    public record Step(
            @Nullable Name name,
            @Nullable String prefix,
            String suffix,
            @Nullable Name except) {

        public boolean matches(Name candidate) {
            if (name != null) {
                return candidate == name;
            }
            return candidate != except
                    && candidate.local().endsWith(suffix)
                    && (prefix == null || candidate.toString().startsWith(prefix));
        }
    }

    public static ContextPath of(String written) {
        var alternatives = new ArrayList<Alternative>();
        for (String one : written.split("\\|")) {
            String path = one.strip();
            boolean anywhere = path.startsWith("//") || !path.startsWith("/");
            var steps = Arrays.stream(path.replaceFirst("^/+", "").split("/"))
                    .map(ContextPath::step)
                    .toList();
            alternatives.add(new Alternative(anywhere, steps));
        }
        return new ContextPath(written, alternatives);
    }

    private static Step step(String written) {
        int not = written.indexOf('!');
        Name except = not < 0 ? null : Name.of(written.substring(not + 1));
        String name = not < 0 ? written : written.substring(0, not);
        int star = name.indexOf('*');
        if (star < 0) {
            return new Step(Name.of(name), null, "", null);
        }
        return new Step(null, star == 0 ? null : name.substring(0, star), name.substring(star + 1), except);
    }

    public List<Alternative> alternatives() {
        return alternatives;
    }

    @Override
    public String toString() {
        return written;
    }
}
