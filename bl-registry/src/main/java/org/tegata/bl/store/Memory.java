package org.tegata.bl.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillAtHead;

/** Bills by their heads. A head stands for one record for ever, so what is remembered cannot be out of date. */
@ApplicationScoped
class Memory {

    /** Transactions of a bill that counts for one; a record that somebody has made long counts for more. */
    private static final int ORDINARY = 20;

    private final Cache<String, BillAtHead> bills;

    @Inject
    Memory(RegistryConfig config) {
        this(config.rememberedBills());
    }

    Memory(int most) {
        this.bills = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String head, BillAtHead at) ->
                        1 + at.bill().transactions().size() / ORDINARY)
                .build();
    }

    Optional<BillAtHead> at(UUID id, String head) {
        return Optional.ofNullable(bills.getIfPresent(head))
                .filter(known -> known.bill().id().equals(id));
    }

    void seen(BillAtHead bill) {
        bills.put(bill.head(), bill);
    }

    /** Nobody builds on that head any more. */
    void moved(BillAtHead before, BillAtHead after) {
        seen(after);
        bills.invalidate(before.head());
    }
}
