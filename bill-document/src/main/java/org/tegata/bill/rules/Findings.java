package org.tegata.bill.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.xml.SchemaCheck;
import org.tegata.xml.XmlElement;

/** Collects what the rules find of one bill; tells it in document order, in time linear in the document. */
final class Findings {

    private record Told(
            Rule rule,
            @Nullable String child,
            @Nullable String actual,
            @Nullable String expected) {}

    /** What stands there is quoted up to this length. */
    private static final int QUOTED = 200;

    private final Map<XmlElement, List<Told>> told = new IdentityHashMap<>();
    private int errors;
    private int warnings;

    /** The rule is broken by that element. */
    void tell(Rule rule, XmlElement at, @Nullable String actual, @Nullable String expected) {
        note(at, new Told(rule, null, quoted(actual), expected));
    }

    /** The rule is broken by that element, whose text says it all. */
    void tell(Rule rule, XmlElement at, @Nullable String expected) {
        tell(rule, at, at.text(), expected);
    }

    /** The rule is broken by what that element lacks. */
    void missing(Rule rule, XmlElement parent, String child, @Nullable String expected) {
        note(parent, new Told(rule, child, null, expected));
    }

    private void note(XmlElement at, Told finding) {
        // As with the schema: more than this says nothing new, but no warnings may crowd out an error.
        int soFar = finding.rule().severity() == Severity.ERROR ? errors++ : warnings++;
        if (soFar < SchemaCheck.MAX_FINDINGS) {
            told.computeIfAbsent(at, first -> new ArrayList<>(1)).add(finding);
        }
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null || text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    List<Finding> inDocumentOrder(XmlElement root) {
        if (told.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Finding>();
        walk(root, 1, new StringBuilder(), all);
        return all;
    }

    private void walk(XmlElement element, int position, StringBuilder path, List<Finding> all) {
        int length = path.length();
        step(path, element.prefix(), element.name(), position);
        for (Told finding : told.getOrDefault(element, List.of())) {
            all.add(finding(finding, location(finding, element, path)));
        }
        var children = element.children();
        if (!children.isEmpty()) {
            var positions = new HashMap<String, Integer>();
            for (XmlElement child : children) {
                walk(child, positions.merge(child.name(), 1, Integer::sum), path, all);
            }
        }
        path.setLength(length);
    }

    private static void step(StringBuilder path, String prefix, String name, int position) {
        path.append('/');
        if (!prefix.isEmpty()) {
            path.append(prefix).append(':');
        }
        path.append(name).append('[').append(position).append(']');
    }

    private static String location(Told finding, XmlElement element, StringBuilder path) {
        if (finding.child() == null) {
            return path.toString();
        }
        var below = new StringBuilder(path);
        var children = element.children();
        step(below, children.isEmpty() ? element.prefix() : children.get(0).prefix(), finding.child(), 1);
        return below.toString();
    }

    private static Finding finding(Told told, String location) {
        var rule = told.rule();
        return new Finding(
                rule.id(),
                rule.severity(),
                location,
                rule.says(),
                rule.saysJa(),
                told.actual(),
                told.expected(),
                rule.hint(),
                rule.hintJa());
    }
}
