package org.tegata.lc.swift;

import static org.tegata.lc.swift.FinText.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.problem.ValidationReport;

/**
 * Our check of the raw text of an MT700: structure, formats, codes, values and network rules, each finding with SWIFT's
 * error code where there is one. {@code FORMAT} and {@code MT-ENVELOPE} stand for the network's many codes of malformed
 * text; {@code TGT-LC-nn} are limits and cautions of our own.
 */
public final class Mt700Check {

    /** The name of this rule set. */
    public static final String RULE_SET = "mt700-sr2025-1";

    /** SWIFT's code for a field that is missing, misplaced, repeated or unknown. */
    private static final String UNEXPECTED = "T13";

    private static final String BAD_COMBINATION = "C90";

    private Mt700Check() {}

    /** All findings, never only the first. */
    public static ValidationReport check(byte[] text) {
        var message = FinText.parse(text);
        var findings = new ArrayList<>(message.faults());
        if (!message.fields().isEmpty()) {
            structure(message, findings);
            formats(message, findings);
            combinations(message, findings);
            Mt700Values.check(message, findings);
            Mt700Limits.check(message, findings);
        }
        return new ValidationReport(RULE_SET, findings);
    }

    private static void structure(FinText message, List<Finding> findings) {
        int last = -1;
        Set<Mt700Field> seen = new HashSet<>();
        for (var field : message.fields()) {
            var known = Mt700Field.of(field.tag());
            if (known.isEmpty()) {
                findings.add(fault(UNEXPECTED, field.location(), "An MT700 has no field " + field.tag()));
                continue;
            }
            if (!seen.add(known.get())) {
                findings.add(fault(UNEXPECTED, field.location(), "Field " + field.tag() + " is repeated"));
            } else if (known.get().position() < last) {
                findings.add(fault(UNEXPECTED, field.location(), "Field " + field.tag() + " is out of order"));
            }
            last = Math.max(last, known.get().position());
        }
        for (var field : Mt700Field.ALL) {
            if (field.mandatory() && !seen.contains(field)) {
                findings.add(fault(
                        UNEXPECTED, ":" + field.number() + ":", "Mandatory field " + field.number() + " is missing"));
            }
        }
    }

    private static void formats(FinText message, List<Finding> findings) {
        for (var field : message.fields()) {
            var known = Mt700Field.of(field.tag());
            var format = known.flatMap(spec -> spec.formatOf(field.tag()));
            if (known.isEmpty() || format.isEmpty()) {
                continue;
            }
            if (!format.get().matches(field.value())) {
                findings.add(fault(FinText.FORMAT, field.location(), "Not in the format " + format.get()));
            } else if (!known.get().codes().isEmpty() && !known.get().codes().contains(field.value())) {
                String codes = known.get().codes().stream().sorted().collect(Collectors.joining(", "));
                findings.add(fault(
                        String.valueOf(known.get().codeError()), field.location(), "Not one of the codes " + codes));
            }
        }
    }

    /** Network validated rules C1 to C3. */
    private static void combinations(FinText message, List<Finding> findings) {
        boolean drafts = message.field("42C").isPresent();
        boolean drawee =
                message.field("42A").isPresent() || message.field("42D").isPresent();
        boolean mixed = message.field("42M").isPresent();
        boolean deferred = message.field("42P").isPresent();
        if (drafts != drawee) {
            findings.add(
                    fault(BAD_COMBINATION, ":42C:", "Drafts (42C) and drawee (42a) are given together, or neither"));
        }
        int ways = (drafts || drawee ? 1 : 0) + (mixed ? 1 : 0) + (deferred ? 1 : 0);
        if (ways > 1) {
            findings.add(fault(BAD_COMBINATION, ":42C:", "Only one of drafts (42C, 42a), 42M and 42P can be given"));
        }
        if (message.field("44C").isPresent() && message.field("44D").isPresent()) {
            findings.add(fault("D06", ":44D:", "Either a latest date (44C) or a period (44D) for shipment"));
        }
    }

    static Finding caution(String code, String location, String message) {
        return new Finding(code, Severity.WARNING, location, message);
    }
}
