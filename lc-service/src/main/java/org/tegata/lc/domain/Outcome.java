package org.tegata.lc.domain;

/** What an act leaves: the credit after it and the one event to publish. */
public record Outcome(Credit credit, CreditEvent event) {}
