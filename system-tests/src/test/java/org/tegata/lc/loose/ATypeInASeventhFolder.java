package org.tegata.lc.loose;

/** Broken on purpose for {@code RulesBiteTest}: a folder that no other service has. */
public record ATypeInASeventhFolder() {}
