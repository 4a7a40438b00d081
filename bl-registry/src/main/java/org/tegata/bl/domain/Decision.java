package org.tegata.bl.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an act comes to: the bill after it and the entries to append, in order. */
public record Decision(Bill bill, List<RegisterEntry> entries) {

    public Decision {
        entries = List.copyOf(entries);
    }

    /** Who may read the bill and perhaps could not before: whom the entries name; at first, all parties of the bill. */
    public Set<String> readers() {
        boolean first = entries.stream().anyMatch(entry -> entry.terms() != null || entry.act() == BillAct.ISSUE);
        return first
                ? bill.parties()
                : entries.stream()
                        .flatMap(entry -> entry.transactions().stream())
                        .flatMap(Transaction::parties)
                        .flatMap(ChainParty::codes)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
