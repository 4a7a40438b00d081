package org.tegata.bill.mapping;

/** What a row of the table does, in both directions. Immutable. */
interface Step {

    /** Puts what the row is about, below {@code at}, into its canonical form. */
    default void tidy(Place at, Pass pass) {}

    /**
     * Fills in what follows from the other elements below {@code at}, in XML.
     *
     * @param saidOnly to mark what follows from elements that are said, and to fill in nothing
     */
    default void derive(Place at, boolean saidOnly) {}

    /**
     * Says in {@code to} what the row is about in {@code from}, and marks it as said.
     *
     * @param side that of {@code from}
     * @return whether it said anything
     */
    boolean follow(Place from, Place to, Side side);
}
