package org.tegata.bl.domain;

import java.util.List;

/** A bill with the sealed entries that it follows from. */
public record BillRecord(Bill bill, List<SealedEntry> entries) {

    public BillRecord {
        entries = List.copyOf(entries);
    }

    /** SHA-256 of the last seal. */
    public String head() {
        return entries.get(entries.size() - 1).checksum();
    }

    public BillAtHead atHead() {
        return new BillAtHead(bill, head());
    }

    /** The record as it was when it had so many entries. */
    public BillRecord upTo(int length) {
        var then = entries.subList(0, length);
        var folded =
                Bill.of(bill.platform(), then.stream().map(SealedEntry::entry).toList());
        return new BillRecord(folded, then);
    }
}
