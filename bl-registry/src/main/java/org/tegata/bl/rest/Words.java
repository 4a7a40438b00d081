package org.tegata.bl.rest;

import java.util.Locale;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.Transaction;

/** The chain in words, for people. */
final class Words {

    private Words() {}

    static String of(ChainParty party) {
        return party.partyName() + " (" + party.reference() + ", " + party.eblPlatform() + ")";
    }

    static String of(RegisterEntry entry) {
        var words = new StringBuilder();
        for (var transaction : entry.transactions()) {
            words.append(words.isEmpty() ? "" : "; ").append(of(transaction));
        }
        if (words.isEmpty()) {
            words.append(plain(entry.act().name()));
            if (entry.party() != null) {
                words.append(" by ").append(entry.party());
            }
        }
        var note = entry.envelope();
        if (note != null) {
            words.append(" [").append(plain(entry.act().name())).append(", platform ");
            words.append(note.otherPlatform()).append(']');
        }
        return words.toString();
    }

    private static String of(Transaction transaction) {
        var actor = of(transaction.actor());
        var recipient = transaction.recipient();
        var to = recipient == null ? "nobody named" : of(recipient);
        var words = switch (transaction.actionCode()) {
            case ISSUE -> actor + " issued the bill to " + to;
            case TRANSFER -> actor + " transferred possession to " + to;
            case ENDORSE -> actor + " endorsed the bill to " + to + ", and no further";
            case ENDORSE_TO_ORDER -> actor + " endorsed the bill to the order of " + to;
            case BLANK_ENDORSE -> actor + " endorsed the bill in blank";
            case SIGN -> actor + " confirmed its possession";
            case SURRENDER_FOR_DELIVERY -> actor + " surrendered the bill for delivery to " + to;
            case SURRENDER_FOR_AMENDMENT -> actor + " surrendered the bill for amendment to " + to;
            case SACC -> actor + " accepted the surrender by " + to;
            case SREJ -> actor + " refused the surrender by " + to;
        };
        var reason = transaction.reasonCode();
        var comments = transaction.comments();
        return words + (reason == null ? "" : ", reason " + reason) + (comments == null ? "" : ": " + comments);
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
