package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.Transaction;
import org.tegata.bl.json.TransactionJson;

/** A link of the endorsement chain, member for member DCSA's {@code Transaction} (PINT 3.0.0). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransactionView(
        String actionCode,
        Party actor,
        @Nullable Party recipient,
        String actionDateTime,
        @Nullable String reasonCode,
        @Nullable String comments) {

    /** An actor or recipient. */
    record Party(String partyName, String eblPlatform, List<Code> identifyingCodes) {

        static Party of(ChainParty party) {
            var codes = party.identifyingCodes().stream()
                    .map(code -> new Code(code.codeListProvider(), code.partyCode(), code.codeListName()))
                    .toList();
            return new Party(party.partyName(), party.eblPlatform(), codes);
        }
    }

    /** One identifying code. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Code(
            String codeListProvider,
            String partyCode,
            @Nullable String codeListName) {}

    static TransactionView of(Transaction transaction) {
        var recipient = transaction.recipient();
        var reason = transaction.reasonCode();
        return new TransactionView(
                transaction.actionCode().name(),
                Party.of(transaction.actor()),
                recipient == null ? null : Party.of(recipient),
                TransactionJson.time(transaction.actionDateTime()),
                reason == null ? null : reason.name(),
                transaction.comments());
    }
}
