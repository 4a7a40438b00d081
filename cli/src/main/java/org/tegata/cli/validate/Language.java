package org.tegata.cli.validate;

import org.tegata.problem.Finding;
import org.tegata.rules.rule.Wording;

/** The language in which findings are told to people. */
public enum Language {
    EN,
    JA;

    /** The sentence in this language. */
    public String of(Wording wording) {
        return this == JA ? wording.ja() : wording.en();
    }

    String message(Finding finding) {
        String japanese = finding.messageJa();
        return this == JA && japanese != null ? japanese : finding.message();
    }

    /** How to mend it; empty if there is nothing to be said. */
    String hint(Finding finding) {
        String japanese = finding.fixHintJa();
        String hint = this == JA && japanese != null ? japanese : finding.fixHint();
        return hint == null ? "" : hint;
    }
}
