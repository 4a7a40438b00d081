package org.tegata.system.history;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A bill's title at one point of its history, as the model sees it.
 *
 * @param head null when the act that made it was never answered, so that nobody has told its head yet
 * @param order to whose order the bill is
 * @param firstHand possession has not moved since issue
 * @param pledgor who gets the bill back when it is released
 * @param giver who gets it back when the transfer is rejected: only while the recipient has done nothing
 * @param surrenderer who gets it back when the surrender is refused
 * @param parties who may know that the bill exists
 */
public record Standing(
        long version,
        @Nullable String head,
        Status status,
        @Nullable String holder,
        Order order,
        boolean firstHand,
        boolean endorsed,
        @Nullable String pledgor,
        @Nullable Giver giver,
        @Nullable String surrenderer,
        String carrier,
        String shipper,
        Set<String> parties) {

    /** Who transferred the bill, and whether it had been the first to have it. */
    public record Giver(String party, boolean firstHand) {}

    /** Null party: in blank, whoever has it. */
    public record Order(@Nullable String party, boolean onward) {
        boolean entitles(@Nullable String holder) {
            return party == null || party.equals(holder);
        }
    }

    /** A draft to the order of the shipper, as examples/trade/bill-of-lading.xml is one. */
    public static Standing draft(String head, String carrier, String shipper) {
        return new Standing(
                1,
                head,
                Status.DRAFT,
                null,
                new Order(shipper, true),
                false,
                false,
                null,
                null,
                null,
                carrier,
                shipper,
                Set.of(carrier, shipper));
    }

    boolean knows(@Nullable String party) {
        return party != null && parties.contains(party);
    }

    boolean mayBeAt(String otherHead) {
        return head == null || head.equals(otherHead);
    }

    /** Whether an answer may have shown this. */
    boolean shows(Seen seen) {
        return version == seen.version()
                && mayBeAt(seen.head())
                && status == seen.status()
                && java.util.Objects.equals(holder, seen.holder())
                && java.util.Objects.equals(order.party(), seen.endorsee())
                && java.util.Objects.equals(pledgor, seen.pledgor());
    }

    /** What a reader of this would be shown. */
    public Seen seen() {
        return new Seen(version, String.valueOf(head), status, holder, order.party(), pledgor);
    }

    public Standing at(@Nullable String newHead) {
        return new Standing(
                version,
                newHead,
                status,
                holder,
                order,
                firstHand,
                endorsed,
                pledgor,
                giver,
                surrenderer,
                carrier,
                shipper,
                parties);
    }

    /** The next version, its head unknown, whose possession and state are these and all else as it was. */
    Standing next(Status then, @Nullable String possessor) {
        return new Standing(
                version + 1,
                null,
                then,
                possessor,
                order,
                firstHand && possessor != null && possessor.equals(holder),
                endorsed,
                pledgor,
                null,
                surrenderer,
                carrier,
                shipper,
                with(possessor));
    }

    Standing pledgedBy(@Nullable String party) {
        return new Standing(
                version,
                head,
                status,
                holder,
                order,
                firstHand,
                endorsed,
                party,
                giver,
                surrenderer,
                carrier,
                shipper,
                parties);
    }

    Standing givenBy(Giver from) {
        return new Standing(
                version,
                head,
                status,
                holder,
                order,
                firstHand,
                endorsed,
                pledgor,
                from,
                surrenderer,
                carrier,
                shipper,
                parties);
    }

    Standing surrenderedBy(@Nullable String party, boolean still) {
        return new Standing(
                version, head, status, holder, order, still, endorsed, pledgor, giver, party, carrier, shipper,
                parties);
    }

    Standing endorsedTo(Order to) {
        return new Standing(
                version,
                head,
                status,
                holder,
                to,
                firstHand,
                true,
                pledgor,
                giver,
                surrenderer,
                carrier,
                shipper,
                with(to.party()));
    }

    Standing inFirstHand(boolean first) {
        return new Standing(
                version,
                head,
                status,
                holder,
                order,
                first,
                endorsed,
                pledgor,
                giver,
                surrenderer,
                carrier,
                shipper,
                parties);
    }

    private Set<String> with(@Nullable String party) {
        if (party == null || parties.contains(party)) {
            return parties;
        }
        Set<String> more = new TreeSet<>(parties);
        more.add(party);
        return Set.copyOf(more);
    }
}
