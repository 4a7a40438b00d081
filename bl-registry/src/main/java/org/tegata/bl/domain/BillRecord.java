package org.tegata.bl.domain;

import java.util.List;

/** A bill with the sealed entries that it follows from. */
public record BillRecord(Bill bill, List<SealedEntry> entries) {

    public BillRecord {
        entries = List.copyOf(entries);
    }

    /** The bill as it was at an earlier moment, with the entries up to then. */
    public BillRecord at(Bill earlier) {
        return new BillRecord(earlier, entries.subList(0, Math.toIntExact(earlier.version())));
    }
}
