package org.tegata.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Histories of an atomic register: each call takes effect at one instant between its invocation and its return, so
 * they can be explained, whatever they look like.
 */
final class AnyHistory {

    static final Standing DRAFT = Standing.draft("h1", "C", "S");

    private static final List<String> PARTIES = List.of("C", "S", "B", "D", "X");
    private static final Act[] ACTS = Act.values();

    private final Random random;
    private final int unansweredPercent;
    private final List<Standing> versions = new ArrayList<>(List.of(DRAFT));
    private final List<Call> calls = new ArrayList<>();

    private AnyHistory(long seed, int unansweredPercent) {
        this.random = new Random(seed);
        this.unansweredPercent = unansweredPercent;
    }

    /** So many calls by so many clients. */
    static List<Call> of(long seed, int calls, int clients, int unansweredPercent) {
        return new AnyHistory(seed, unansweredPercent).play(calls, clients);
    }

    private List<Call> play(int count, int clients) {
        Map<Integer, Long> free = new HashMap<>();
        long instant = 10;
        for (int n = 0; n < count; n++) {
            instant += 1 + random.nextInt(10);
            int client = random.nextInt(clients);
            long earliest = free.getOrDefault(client, 0L);
            if (earliest >= instant) {
                continue;
            }
            long invoked = Math.max(earliest + 1, instant - random.nextInt(30));
            long returned = instant + random.nextInt(30);
            free.put(client, returned);
            calls.add(
                    random.nextInt(100) < 40 ? reading(client, invoked, returned) : act(client, n, invoked, returned));
        }
        return calls;
    }

    private Standing now() {
        return versions.get(versions.size() - 1);
    }

    private Call reading(int client, long invoked, long returned) {
        String reader = PARTIES.get(random.nextInt(PARTIES.size()));
        var answer = now().knows(reader) ? new Answer.Sight(now().seen()) : new Answer.Refused(Answer.NOT_FOUND);
        return new Call(client, "bill", null, reader, invoked, returned, answer);
    }

    private Call act(int client, int number, long invoked, long returned) {
        var asked = statement(number);
        var answer = answer(asked);
        boolean unanswered = random.nextInt(100) < unansweredPercent;
        return new Call(
                client, "bill", asked, null, invoked, returned, unanswered ? new Answer.Unknown("lost") : answer);
    }

    private Statement statement(int number) {
        boolean stale = random.nextInt(100) < 25;
        var view = stale ? versions.get(random.nextInt(versions.size())) : now();
        var act = view.status() == Status.DRAFT ? Act.ISSUE : ACTS[random.nextInt(ACTS.length)];
        // Closing acts would end most histories at once.
        act = act == Act.VOID || act == Act.ACCEPT_SURRENDER ? Act.TRANSFER : act;
        boolean carriers = act == Act.ISSUE || act == Act.REFUSE_SURRENDER;
        String actor = carriers || view.holder() == null ? "C" : view.holder();
        actor = random.nextInt(10) == 0 ? PARTIES.get(random.nextInt(PARTIES.size())) : actor;
        String recipient = act.namesParty() ? PARTIES.get(1 + random.nextInt(3)) : null;
        return new Statement("k" + number, String.valueOf(view.head()), act, actor, recipient);
    }

    private Answer answer(Statement asked) {
        var now = now();
        if (!now.knows(asked.actor())) {
            return new Answer.Refused(Answer.NOT_FOUND);
        }
        if (!asked.head().equals(now.head())) {
            return new Answer.Refused(Answer.HEAD_MOVED, new Answer.Moved(String.valueOf(now.head()), 0, "", ""));
        }
        return TitleModel.after(now, asked)
                .<Answer>map(then -> {
                    versions.add(then.at("h" + then.version()));
                    return new Answer.Done(now().seen());
                })
                .orElse(new Answer.Refused("wrong-state"));
    }
}
