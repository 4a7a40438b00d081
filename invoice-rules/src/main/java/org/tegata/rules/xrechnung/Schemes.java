package org.tegata.rules.xrechnung;

import java.util.Set;
import org.tegata.rules.rule.CodeFile;

/**
 * The code lists against which XRechnung looks schemes up, as of its version 3.0.2.
 *
 * <p>Two oddities of the official lists are kept: a blank scheme passes, and 0244 is no identifier's scheme though the
 * list of identifiers ends with it.
 */
final class Schemes {

    private static final Set<String> ORGANISATIONS = CodeFile.read(Schemes.class, "identifier-schemes.txt");
    private static final Set<String> ADDRESSES = CodeFile.read(Schemes.class, "address-schemes.txt");
    private static final Set<String> CLASSIFICATIONS = CodeFile.read(Schemes.class, "classification-schemes.txt");

    private Schemes() {}

    /** Scheme of an identifier (ISO 6523 ICD), or one of the extension's own for digital health applications. */
    static boolean organisation(String scheme) {
        return scheme.isEmpty() || ORGANISATIONS.contains(scheme);
    }

    /** Scheme of an electronic address (EAS), or one of the extension's own. */
    static boolean address(String scheme) {
        return scheme.isEmpty() || ADDRESSES.contains(scheme);
    }

    /** Scheme of a classification of goods (UNTDID 7143), or the one for clean vehicles. */
    static boolean classification(String scheme) {
        return scheme.isEmpty() || CLASSIFICATIONS.contains(scheme);
    }
}
