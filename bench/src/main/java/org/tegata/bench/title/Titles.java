package org.tegata.bench.title;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A set of bills as their parties know them: at which head, and who acts next. */
final class Titles {
    private static final long SEED = 20_261_121;

    private final Trade trade;
    private final List<Title> titles;
    private int pass;

    private static final class Title {
        private final String id;
        /** Where in the ring of parties it begins, so that all of them act at any time. */
        private final int start;

        private String head;
        private boolean behind;

        Title(String id, int start, String head) {
            this.id = id;
            this.start = start;
            this.head = head;
        }
    }

    /** What each bill's holder does, pass after pass. */
    enum Course {
        /** Hands it to the next party. */
        TRANSFERS,
        /** Endorses it, hands it over; the next one signs for it, pledges it and gets it back. */
        MIX
    }

    /** How the passes go: one act a bill and pass. */
    private final Course course;

    private Titles(Trade trade, List<Title> titles, Course course) {
        this.trade = trade;
        this.titles = titles;
        this.course = course;
    }

    /** So many freshly issued bills among those from one number up to another, at equal distances. */
    static Titles spread(Trade trade, Database database, long from, long to, int count, Course course)
            throws SQLException {
        List<Title> titles = new ArrayList<>(count);
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select checksum from bill_entries where bill_id = cast(? as uuid) and sequence = 2")) {
            for (int i = 0; i < count; i++) {
                String id = Clones.id(from + (to - from) * i / count);
                query.setString(1, id);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    titles.add(new Title(id, i, row.getString(1)));
                }
            }
        }
        // Neighbours in the table must not be neighbours in time.
        Collections.shuffle(titles, new Random(SEED));
        return new Titles(trade, titles, course);
    }

    int count() {
        return titles.size();
    }

    /** Signed requests for the next act on each bill. */
    byte[][] sign() {
        byte[][] requests = new byte[titles.size()][];
        IntStream.range(0, requests.length).parallel().forEach(i -> requests[i] = next(titles.get(i)));
        titles.forEach(title -> title.behind = true);
        pass++;
        return requests;
    }

    private byte[] next(Title title) {
        if (course == Course.TRANSFERS) {
            return holder(title, pass).request(title.id, title.head, "TRANSFER", holder(title, pass + 1));
        }
        int hands = pass / 5;
        Actor holder = holder(title, hands);
        Actor other = holder(title, hands + 1);
        Actor bank = holder(title, hands + 2);
        return switch (pass % 5) {
            case 0 -> holder.request(title.id, title.head, "ENDORSE_TO_ORDER", other);
            case 1 -> holder.request(title.id, title.head, "TRANSFER", other);
            case 2 -> other.request(title.id, title.head, "SIGN", null);
            case 3 -> other.request(title.id, title.head, "PLEDGE", bank);
            default -> bank.request(title.id, title.head, "RELEASE", null);
        };
    }

    private Actor holder(Title title, int transfers) {
        return trade.holder(transfers, title.start);
    }

    /** The receipt for the act on that bill names its new head. */
    void receipt(long number, String head) {
        Title title = titles.get((int) number);
        title.behind = head.length() != title.head.length() || head.equals(title.head);
        title.head = head;
    }

    /** Whether each act of the last pass was receipted. */
    boolean upToDate() {
        return titles.stream().noneMatch(title -> title.behind);
    }
}
