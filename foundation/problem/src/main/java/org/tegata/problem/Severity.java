package org.tegata.problem;

/** Whether a finding makes the document invalid. */
public enum Severity {
    /** The document breaks the rule set. */
    ERROR,
    /** Worth a look; the document stays valid. */
    WARNING,
    /** Good to know. */
    INFORMATION
}
