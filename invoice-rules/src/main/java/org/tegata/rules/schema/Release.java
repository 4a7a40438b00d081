package org.tegata.rules.schema;

/**
 * A release of UN/CEFACT's Cross Industry Invoice.
 *
 * <p>All have the same namespaces: only what they allow tells them apart.
 */
public enum Release {
    /** Codes are free text: the release that EN 16931 is bound to. */
    D16B,
    /** Coupled: codes must be in the code lists of the release. */
    D22B
}
