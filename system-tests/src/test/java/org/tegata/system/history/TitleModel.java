package org.tegata.system.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tegata.system.history.Standing.Giver;
import org.tegata.system.history.Standing.Order;

/**
 * Title written down a second time, from the text of the rules and not from the register's code: who may do what
 * to a bill to order that stays on one platform (MLETR art. 11 and 15, DCSA PINT 3.0.0, docs/services/bl-registry.md).
 */
public final class TitleModel {

    private TitleModel() {}

    /** The bill after the act, its head not yet known; empty if the act is not allowed at this point. */
    public static Optional<Standing> after(Standing now, Statement asked) {
        return Optional.ofNullable(
                switch (asked.act()) {
                    case ISSUE, VOID, ACCEPT_SURRENDER, REFUSE_SURRENDER -> byCarrier(now, asked);
                    default -> asked.actor().equals(now.holder()) ? byHolder(now, asked) : null;
                });
    }

    private static @Nullable Standing byCarrier(Standing now, Statement asked) {
        if (!asked.actor().equals(now.carrier())) {
            return null;
        }
        return switch (asked.act()) {
            case ISSUE ->
                now.status() == Status.DRAFT
                        ? now.next(Status.ISSUED, now.shipper()).inFirstHand(true)
                        : null;
            case VOID -> mayBeVoided(now) ? now.next(Status.VOIDED, null) : null;
            case ACCEPT_SURRENDER -> accepted(now);
            default -> refused(now);
        };
    }

    private static boolean mayBeVoided(Standing now) {
        return now.status() == Status.DRAFT || (now.status() == Status.ISSUED && now.firstHand() && !now.endorsed());
    }

    private static @Nullable Standing accepted(Standing now) {
        return switch (now.status()) {
            case PENDING_SURRENDER_FOR_DELIVERY ->
                now.next(Status.SURRENDERED_FOR_DELIVERY, now.holder()).pledgedBy(null);
            case PENDING_SURRENDER_FOR_AMENDMENT ->
                now.next(Status.SURRENDERED_FOR_AMENDMENT, now.holder()).pledgedBy(null);
            default -> null;
        };
    }

    private static @Nullable Standing refused(Standing now) {
        if (!now.status().pending()) {
            return null;
        }
        Status back = now.pledgor() == null ? Status.ISSUED : Status.PLEDGED;
        return now.next(back, now.surrenderer()).surrenderedBy(null, now.firstHand());
    }

    private static @Nullable Standing byHolder(Standing now, Statement asked) {
        if (now.status() != Status.ISSUED && now.status() != Status.PLEDGED) {
            return null;
        }
        return switch (asked.act()) {
            case TRANSFER -> now.status() == Status.ISSUED ? handedTo(now, Status.ISSUED, asked) : null;
            case PLEDGE -> pledged(now, asked);
            case REJECT_TRANSFER -> rejected(now);
            case RELEASE ->
                now.status() == Status.PLEDGED
                        ? now.next(Status.ISSUED, now.pledgor()).pledgedBy(null)
                        : null;
            case SIGN -> now.next(now.status(), now.holder());
            case ENDORSE, ENDORSE_TO_ORDER, BLANK_ENDORSE -> endorsed(now, asked);
            case SURRENDER_FOR_DELIVERY -> surrendered(now, Status.PENDING_SURRENDER_FOR_DELIVERY);
            case SURRENDER_FOR_AMENDMENT ->
                now.status() == Status.ISSUED ? surrendered(now, Status.PENDING_SURRENDER_FOR_AMENDMENT) : null;
            default -> throw new IllegalStateException(asked.act() + " is not the holder's");
        };
    }

    private static @Nullable Standing handedTo(Standing now, Status then, Statement asked) {
        String recipient = asked.recipient();
        if (recipient == null || recipient.equals(now.holder())) {
            return null;
        }
        var handed = now.next(then, recipient);
        return then == Status.ISSUED ? handed.givenBy(new Giver(now.holder(), now.firstHand())) : handed;
    }

    private static @Nullable Standing pledged(Standing now, Statement asked) {
        var pledged = now.status() == Status.ISSUED ? handedTo(now, Status.PLEDGED, asked) : null;
        return pledged == null ? null : pledged.pledgedBy(now.holder());
    }

    /** All is as it was before the transfer. */
    private static @Nullable Standing rejected(Standing now) {
        var giver = now.giver();
        return now.status() == Status.ISSUED && giver != null
                ? now.next(Status.ISSUED, giver.party()).inFirstHand(giver.firstHand())
                : null;
    }

    private static @Nullable Standing endorsed(Standing now, Statement asked) {
        boolean mayEndorse = now.order().entitles(now.holder())
                && (now.order().party() == null || now.order().onward());
        boolean blank = asked.act() == Act.BLANK_ENDORSE;
        if (!mayEndorse || blank != (asked.recipient() == null)) {
            return null;
        }
        // Who holds it as security endorses to nobody but the pledgor.
        if (now.pledgor() != null && !now.pledgor().equals(asked.recipient())) {
            return null;
        }
        var to = blank ? new Order(null, true) : new Order(asked.recipient(), asked.act() == Act.ENDORSE_TO_ORDER);
        return now.next(now.status(), now.holder()).endorsedTo(to);
    }

    private static @Nullable Standing surrendered(Standing now, Status then) {
        if (!now.firstHand() && !now.order().entitles(now.holder())) {
            return null;
        }
        return now.next(then, now.carrier()).surrenderedBy(now.holder(), now.firstHand());
    }

    /**
     * The bill after the call, if the call may have had its answer at this point; the version is the same for what
     * changes nothing. An unanswered act is one that took effect; that it may also never do so is for the search.
     */
    public static Optional<Standing> explain(Standing now, Call call) {
        var asked = call.statement();
        if (asked == null) {
            return read(now, call);
        }
        if (call.answer() instanceof Answer.Refused refused) {
            return refusal(now, asked, refused);
        }
        if (!now.mayBeAt(asked.head())) {
            return Optional.empty();
        }
        var then = after(now, asked);
        var done = call.done();
        return done == null ? then : then.filter(after -> after.shows(done)).map(after -> after.at(done.head()));
    }

    private static Optional<Standing> read(Standing now, Call call) {
        if (call.answer() instanceof Answer.Sight sight) {
            return now.knows(call.reader()) && now.shows(sight.now())
                    ? Optional.of(now.at(sight.now().head()))
                    : Optional.empty();
        }
        boolean hidden = call.answer() instanceof Answer.Refused refused
                && refused.slug().equals(Answer.NOT_FOUND)
                && !now.knows(call.reader());
        return hidden ? Optional.of(now) : Optional.empty();
    }

    private static Optional<Standing> refusal(Standing now, Statement asked, Answer.Refused refused) {
        boolean legal;
        if (!now.knows(asked.actor())) {
            legal = refused.slug().equals(Answer.NOT_FOUND);
        } else if (refused.slug().equals(Answer.HEAD_MOVED)) {
            var moved = refused.moved();
            legal = !asked.head().equals(now.head()) && (moved == null || now.mayBeAt(moved.head()));
        } else {
            legal = !refused.slug().equals(Answer.NOT_FOUND)
                    && now.mayBeAt(asked.head())
                    && after(now, asked).isEmpty();
        }
        return legal ? Optional.of(now) : Optional.empty();
    }
}
