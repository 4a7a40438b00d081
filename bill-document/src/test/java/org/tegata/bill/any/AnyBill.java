package org.tegata.bill.any;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.BillSchema;
import org.tegata.bill.xml.ElementType;
import org.tegata.bill.xml.ElementType.Child;
import org.tegata.xml.XmlElement;

/** Random bills as XML trees: valid by the schema, and over time using every element and attribute of it. */
public final class AnyBill {

    private static final BillSchema SCHEMA = BillSchema.load();
    private static final AnyHint HINTS = AnyHint.load();

    /** Beyond so many elements only those that must be there are added. */
    private static final int MAX_ELEMENTS = 4_000;

    private static final int MAX_PARTIES = 3;

    private final Random random;
    private final AnyValue values;
    private final AnyLexical lexical;
    private final Deque<ElementType> above = new ArrayDeque<>();

    /** How many of a hundred optional elements are there. */
    private final int fullness;

    /** How often a repeatable element may stand. */
    private final int most;

    private int elements;

    private AnyBill(Random random) {
        this.random = random;
        this.values = new AnyValue(random);
        this.lexical = new AnyLexical(random);
        this.fullness = values.of(3, 10, 25, 50, 95);
        this.most = fullness > 50 ? 1 : values.of(1, 2, 4);
    }

    /** The next one; the same for the same state of {@code random}. */
    public static XmlElement xml(Random random) {
        var bill = new XmlElement(BillSchema.RSM, "rsm", BillSchema.ROOT);
        new AnyBill(random).fill(bill, SCHEMA.root());
        return bill;
    }

    /** The schema that the bills are valid by. */
    public static BillSchema schema() {
        return SCHEMA;
    }

    private void fill(XmlElement element, ElementType type) {
        elements++;
        var value = type.value();
        if (value != null) {
            var known =
                    HINTS.child(element.parent() == null ? "" : element.parent().name(), element.name());
            String text = !known.isEmpty() && value.allowed().isEmpty() && !values.oneIn(3)
                    ? known.get(random.nextInt(known.size()))
                    : null;
            attributes(element, type);
            element.text(text == null ? lexical.text(element, type.name(), value, known) : text);
            return;
        }
        above.push(type);
        if (Declarations.isChoice(type)) {
            var chosen = type.children().get(values.oneIn(4) ? 1 : 0);
            fill(element.add(chosen.namespace(), chosen.prefix(), chosen.name()), chosen.type());
        } else {
            children(element, type);
        }
        above.pop();
    }

    private void children(XmlElement element, ElementType type) {
        for (Child child : type.children()) {
            int times = child.min();
            if (isWanted(element, child)) {
                times = Math.max(times, 1);
            }
            if (times > 0 && child.repeats() && elements < MAX_ELEMENTS) {
                times += random.nextInt(most) * random.nextInt(2);
            }
            for (int i = 0; i < times; i++) {
                fill(element.add(child.namespace(), child.prefix(), child.name()), child.type());
            }
        }
    }

    private boolean isWanted(XmlElement element, Child child) {
        if (elements > MAX_ELEMENTS || child.min() > 0) {
            return false;
        }
        long within = above.stream().filter(child.type()::equals).count();
        if (within > 0 && (within >= MAX_PARTIES || random.nextInt(100) > 10)) {
            return false;
        }
        // What tells an element from others of its name is there more often.
        boolean telling = !HINTS.child(element.name(), child.name()).isEmpty();
        return random.nextInt(100) < (telling ? Math.max(fullness, 60) : fullness);
    }

    private void attributes(XmlElement element, ElementType type) {
        for (var attribute : type.attributes()) {
            var known = HINTS.attribute(element.name(), attribute.name());
            int chance = known.isEmpty() ? usual(attribute.name()) : 60;
            if (random.nextInt(100) < chance) {
                element.attribute(attribute.name(), attribute(attribute, element, known));
            }
        }
    }

    private static int usual(String attribute) {
        return switch (attribute) {
            case "format" -> 90;
            case "unitCode", "currencyID" -> 70;
            default -> 4;
        };
    }

    private String attribute(ElementType.Attribute attribute, XmlElement element, List<String> known) {
        String fixed = attribute.fixed();
        if (fixed != null) {
            return fixed;
        }
        if (!attribute.value().allowed().isEmpty()) {
            return chosen(attribute.value().allowed(), known);
        }
        return !known.isEmpty() && !values.oneIn(6)
                ? known.get(random.nextInt(known.size()))
                : lexical.attribute(element, attribute.name(), attribute.value().primitive());
    }

    private String chosen(List<String> allowed, List<String> known) {
        var both = known.stream().filter(allowed::contains).toList();
        return one(both.isEmpty() || values.oneIn(6) ? allowed : both);
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** The declaration of an element of a bill, or null for the root. */
    static @Nullable Child declaration(XmlElement element) {
        var parent = element.parent();
        var type = parent == null ? null : SCHEMA.typeOf(parent);
        return type == null ? null : type.child(element.name());
    }
}
