package org.tegata.bl.domain;

import java.util.List;

/** What an act comes to: the bill after it and the entries to append, in order. */
public record Decision(Bill bill, List<RegisterEntry> entries) {

    public Decision {
        entries = List.copyOf(entries);
    }
}
