package org.tegata.system.history.toy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tegata.system.history.Entry;
import org.tegata.system.history.Event;
import org.tegata.system.history.Seen;
import org.tegata.system.history.Standing;
import org.tegata.system.history.Statement;

/** What survives a crash of the toy: records, receipts by idempotency key, the outbox; and the topic beside it. */
final class ToyStore {

    final Map<String, List<Row>> records = new LinkedHashMap<>();
    final Map<String, Seen> receipts = new HashMap<>();
    final List<Outgoing> outbox = new ArrayList<>();
    final List<Event> topic = new ArrayList<>();
    private int heads;

    /** One entry with the bill as it left it, and when by the clock of the instance that wrote it. */
    record Row(Entry entry, Standing standing, long writtenAt) {}

    static final class Outgoing {
        final Event event;
        boolean published;

        Outgoing(Event event) {
            this.event = event;
        }
    }

    void draft(String bill, Standing draft) {
        String head = String.valueOf(draft.head());
        records.put(bill, new ArrayList<>(List.of(new Row(new Entry(1, head, null, null), draft, 0))));
        outbox.add(new Outgoing(event(bill, draft, draft.carrier(), head)));
    }

    List<Row> rows(String bill) {
        var rows = records.get(bill);
        if (rows == null) {
            throw new IllegalArgumentException("no bill " + bill);
        }
        return rows;
    }

    Row last(String bill) {
        var rows = rows(bill);
        return rows.get(rows.size() - 1);
    }

    String newHead() {
        return "h" + ++heads;
    }

    /** The row that follows the one that was decided on. */
    Row following(Row decidedOn, Standing then, Statement statement, @Nullable Long clock) {
        String head = newHead();
        return new Row(
                new Entry(then.version(), head, decidedOn.entry().head(), statement),
                then.at(head),
                clock == null ? 0 : clock);
    }

    Event event(String bill, Standing standing, String actor, String id) {
        return new Event("e-" + id, bill, standing.version(), actor, standing.status(), standing.holder());
    }

    Map<String, List<Entry>> entries() {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        records.forEach(
                (bill, rows) -> entries.put(bill, rows.stream().map(Row::entry).toList()));
        return entries;
    }
}
