package org.tegata.bl.application;

import java.util.List;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.SealedEntry;

/** What the actor gets: the bill after its act, and the entries that the register has sealed for it. */
public record Receipt(BillAtHead after, List<SealedEntry> entries) {

    public Receipt {
        entries = List.copyOf(entries);
    }
}
