package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.BillStatus;

/**
 * What an actor gets for its act: its signed act within the register's seal, and the head to build on next. It is the
 * shape of what {@link ReceiptJson} writes.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        UUID billId,
        long version,
        String head,
        BillStatus status,
        BillView.@Nullable Holder holder,
        BillView.@Nullable Endorsee endorsee,
        BillView.@Nullable Holder pledgor,
        List<EntryView> entries) {}
