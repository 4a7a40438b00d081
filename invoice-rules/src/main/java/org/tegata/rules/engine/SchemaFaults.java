package org.tegata.rules.engine;

import org.jspecify.annotations.Nullable;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Name;
import org.tegata.rules.schema.ElementType.AttributeUse;
import org.tegata.rules.schema.ValueType;

/** What breaks the schema, named by the validation rules of W3C XML Schema Part 1. */
final class SchemaFaults {

    private final Findings findings;

    SchemaFaults(int limit) {
        this.findings = new Findings(limit);
    }

    boolean none() {
        return findings.none();
    }

    Findings findings() {
        return findings;
    }

    void root(String written, Name expected) {
        add(
                "/" + written,
                0,
                "cvc-elt.1.a",
                "The document is no Cross Industry Invoice",
                "この文書は Cross Industry Invoice ではありません",
                written,
                expected.toString());
    }

    void at(Part part, int ordinal, Frame.Fault fault, @Nullable String actual) {
        at(part, ordinal, fault.rule(), fault.message(), fault.messageJa(), actual, fault.expected());
    }

    void at(
            Part part,
            int ordinal,
            String rule,
            String message,
            String messageJa,
            @Nullable String actual,
            @Nullable String expected) {
        add(part.location(), ordinal, rule, message, messageJa, actual, expected);
    }

    void text(Part part, int ordinal) {
        at(
                part,
                ordinal,
                "cvc-complex-type.2.3",
                part.node.name + " has elements, not text",
                part.node.name + " に文字は書けません",
                null,
                null);
    }

    void value(Part part, String rule, ValueType type) {
        at(
                part,
                part.ordinal,
                rule,
                "The value of " + part.node.name + " is not allowed",
                part.node.name + " の値は使えません",
                part.shown(),
                type.expected());
    }

    void attribute(Part part, String rule, String attribute) {
        add(
                part.location() + "/@" + attribute,
                part.ordinal,
                rule,
                "The attribute " + attribute + " is not allowed at " + part.node.name,
                part.node.name + " に属性 " + attribute + " は使えません",
                null,
                null);
    }

    void attributeValue(Part part, String rule, String attribute, String value, ValueType type) {
        add(
                part.location() + "/@" + attribute,
                part.ordinal,
                rule,
                "The value of the attribute " + attribute + " is not allowed",
                "属性 " + attribute + " の値は使えません",
                value,
                type.expected());
    }

    void missingAttributes(Part part) {
        for (AttributeUse use : part.node.type.attributes()) {
            if (use.required() && part.attribute(use.name()) == null) {
                add(
                        part.location(),
                        part.ordinal,
                        "cvc-complex-type.4",
                        part.node.name + " needs the attribute " + use.name(),
                        part.node.name + " には属性 " + use.name() + " が必要です",
                        null,
                        "@" + use.name());
            }
        }
    }

    private void add(
            String location,
            int ordinal,
            String rule,
            String message,
            String messageJa,
            @Nullable String actual,
            @Nullable String expected) {
        if (findings.count(rule, Severity.ERROR, 0)) {
            findings.keep(
                    ordinal,
                    0,
                    new Finding(rule, Severity.ERROR, location, message, messageJa, actual, expected, null, null));
        }
    }
}
