package org.tegata.bench.invoice;

import java.util.Set;

/** Something that validates invoices, as one who uses it would call it. */
interface Judge {

    String name();

    /** Validates, and returns a number that depends on the result, so that nothing can be left out. */
    int judge(byte[] invoice);

    /** What fired: {@code RULE severity}; {@link #SCHEMA} alone where the schema is not followed. */
    Set<String> verdict(byte[] invoice);

    /** Stands for every finding of the schema: no two of them name these alike. */
    String SCHEMA = "schema";
}
