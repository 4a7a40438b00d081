package org.tegata.system.history;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bills that traders trade and the last that anybody saw of each: few hot ones, many cold ones. */
public final class Board {

    private final List<String> hot = new CopyOnWriteArrayList<>();
    private final List<String> cold = new CopyOnWriteArrayList<>();
    private final Map<String, Seen> latest = new ConcurrentHashMap<>();
    private final int hotPercent;

    /** {@code hotPercent} of all calls are on hot bills. */
    public Board(int hotPercent) {
        this.hotPercent = hotPercent;
    }

    public void open(String bill, Seen draft, boolean asHot) {
        latest.put(bill, draft);
        (asHot ? hot : cold).add(bill);
    }

    /** A bill whose record has become long or closed is not hot any more; it is still read now and then. */
    public void cool(String bill) {
        if (hot.remove(bill)) {
            cold.add(bill);
        }
    }

    public List<String> hot() {
        return List.copyOf(hot);
    }

    String pick(Random random) {
        boolean fromHot = cold.isEmpty() || random.nextInt(100) < hotPercent;
        var bills = fromHot && !hot.isEmpty() ? hot : cold;
        // A bill may cool between the two calls.
        return bills.get(Math.min(random.nextInt(bills.size()), bills.size() - 1));
    }

    public Seen latest(String bill) {
        return latest.get(bill);
    }

    void see(String bill, Seen seen) {
        latest.merge(bill, seen, (old, fresh) -> fresh.version() > old.version() ? fresh : old);
    }
}
