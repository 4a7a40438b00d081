package org.tegata.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One client: reads and acts for any company at random, mostly what may be done, sometimes on an old head, sometimes as
 * somebody who may not; repeats an act under its key until it knows what became of it, and now and then once more.
 */
public final class Trader {

    private static final int READ_PERCENT = 45;
    private static final int STALE_PERCENT = 10;
    private static final int WRONG_ACTOR_PERCENT = 8;
    private static final int REPEAT_PERCENT = 4;

    private final int number;
    private final Random random;
    private final Board board;
    private final List<String> companies;
    private final String carrier;
    private final History history;
    private final TitleRegister register;
    private final Pause pause;
    private final Map<String, Seen> lastSeen = new HashMap<>();
    private final List<Settled> receipts = new ArrayList<>();
    private int acts;

    /** An act whose receipt this client has. */
    private record Settled(String bill, Statement statement) {}

    /** What to do before an attempt is repeated; false gives the act up. */
    public interface Pause {
        boolean beforeAttempt(int attempt);
    }

    public Trader(
            int number,
            long seed,
            Board board,
            List<String> companies,
            String carrier,
            History history,
            TitleRegister register,
            Pause pause) {
        this.number = number;
        this.random = new Random(seed * 1_000_003 + number);
        this.board = board;
        this.companies = List.copyOf(companies);
        this.carrier = carrier;
        this.history = history;
        this.register = register;
        this.pause = pause;
    }

    /** One operation; false if its end is not known. */
    public boolean turn() {
        String bill = board.pick(random);
        var answer = random.nextInt(100) < READ_PERCENT ? read(bill) : act(bill);
        return answer.settles();
    }

    private Answer read(String bill) {
        String reader = random.nextInt(100) < 50 ? carrier : anyCompany();
        var answer = history.read(number, bill, reader, () -> register.read(bill, reader));
        if (answer instanceof Answer.Sight sight) {
            remember(bill, sight.now());
        }
        return answer;
    }

    private Answer act(String bill) {
        var view = view(bill);
        var act = Choice.act(view.status(), random);
        String actor = actor(act, view);
        String recipient = act.namesParty() ? otherThan(view.holder()) : null;
        String key = "c" + number + "-" + Long.toHexString(random.nextLong()) + "-" + acts++;
        return settle(bill, new Statement(key, view.head(), act, actor, recipient));
    }

    /** Repeats the act until an answer settles it. */
    public Answer settle(String bill, Statement statement) {
        Answer answer = attempt(bill, statement);
        for (int attempt = 1; !answer.settles() && pause.beforeAttempt(attempt); attempt++) {
            answer = attempt(bill, statement);
        }
        if (answer instanceof Answer.Done done) {
            remember(bill, done.after());
            receipts.add(new Settled(bill, statement));
            repeatAnOldOne();
        }
        if (answer instanceof Answer.Refused) {
            lastSeen.remove(bill);
        }
        return answer;
    }

    /** Asks once more for something that was done, perhaps long ago: the receipt must be the same as then. */
    private void repeatAnOldOne() {
        if (random.nextInt(100) < REPEAT_PERCENT) {
            var old = receipts.get(random.nextInt(receipts.size()));
            attempt(old.bill, old.statement);
        }
    }

    private Answer attempt(String bill, Statement statement) {
        return history.act(number, bill, statement, () -> register.act(bill, statement));
    }

    private Seen view(String bill) {
        var own = lastSeen.get(bill);
        return own != null && random.nextInt(100) < STALE_PERCENT ? own : board.latest(bill);
    }

    private void remember(String bill, Seen seen) {
        lastSeen.put(bill, seen);
        board.see(bill, seen);
    }

    private String actor(Act act, Seen view) {
        if (random.nextInt(100) < WRONG_ACTOR_PERCENT) {
            return random.nextInt(4) == 0 && view.pledgor() != null ? view.pledgor() : anyCompany();
        }
        boolean carriers = act == Act.ACCEPT_SURRENDER || act == Act.REFUSE_SURRENDER || act == Act.VOID;
        return carriers || view.holder() == null ? carrier : Objects.requireNonNull(view.holder());
    }

    private String anyCompany() {
        return companies.get(random.nextInt(companies.size()));
    }

    private String otherThan(@Nullable String party) {
        String other = anyCompany();
        while (other.equals(party)) {
            other = anyCompany();
        }
        return other;
    }

    /** What clients like to do, by the state that they believe the bill to be in. */
    private static final class Choice {

        private static final Act[] ISSUED = weighted(Map.of(
                Act.TRANSFER, 50,
                Act.PLEDGE, 10,
                Act.REJECT_TRANSFER, 8,
                Act.ENDORSE, 3,
                Act.ENDORSE_TO_ORDER, 5,
                Act.BLANK_ENDORSE, 7,
                Act.SIGN, 5,
                Act.SURRENDER_FOR_DELIVERY, 6,
                Act.SURRENDER_FOR_AMENDMENT, 4,
                Act.VOID, 2));
        private static final Act[] PLEDGED = weighted(Map.of(
                Act.RELEASE, 55,
                Act.TRANSFER, 12,
                Act.SIGN, 8,
                Act.BLANK_ENDORSE, 5,
                Act.SURRENDER_FOR_DELIVERY, 15,
                Act.PLEDGE, 5));
        private static final Act[] PENDING = weighted(Map.of(
                Act.REFUSE_SURRENDER, 75,
                Act.ACCEPT_SURRENDER, 15,
                Act.TRANSFER, 10));
        private static final Act[] CLOSED = weighted(Map.of(
                Act.TRANSFER, 50,
                Act.ISSUE, 10,
                Act.VOID, 20,
                Act.REFUSE_SURRENDER, 20));

        private Choice() {}

        static Act act(Status status, Random random) {
            var likely = switch (status) {
                case ISSUED -> ISSUED;
                case PLEDGED -> PLEDGED;
                case PENDING_SURRENDER_FOR_AMENDMENT, PENDING_SURRENDER_FOR_DELIVERY -> PENDING;
                default -> CLOSED;
            };
            return likely[random.nextInt(likely.length)];
        }

        private static Act[] weighted(Map<Act, Integer> weights) {
            return weights.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(each ->
                            java.util.stream.Stream.generate(each::getKey).limit(each.getValue()))
                    .toArray(Act[]::new);
        }
    }
}
