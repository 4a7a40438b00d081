package org.tegata.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history written by hand, a call a line, of a bill that C drafted for S:
 *
 * <pre>
 * 1..2 C ISSUE @h1 = h2            done, the new head is h2
 * 3..6 S TRANSFER:B @h2 = h3
 * 4..5 S TRANSFER:D @h2 = moved:h3 refused, the head is h3
 * 4..5 S VOID @h2 = refused
 * 3..? S TRANSFER:B @h2 = ?h3      never answered; others may see its head as h3
 * 7..8 B reads h3                  or: reads 404
 * </pre>
 */
final class Script {

    static final Standing DRAFT = Standing.draft("h1", "C", "S");

    private static final Pattern ACT =
            Pattern.compile("(\\d+)\\.\\.(\\d+|\\?) (\\w+) ([A-Z_]+)(?::(\\w+))? @(\\w+) = (\\S+)");
    private static final Pattern READING = Pattern.compile("(\\d+)\\.\\.(\\d+|\\?) (\\w+) reads (\\S+)");

    private final Map<String, Standing> heads = new HashMap<>(Map.of("h1", DRAFT));

    private Script() {}

    static List<Call> calls(String text) {
        return new Script().parse(text.strip().lines().map(String::strip).toList());
    }

    private List<Call> parse(List<String> lines) {
        // A line may build on the head that a later line makes.
        for (int round = 0; round < lines.size(); round++) {
            lines.forEach(this::learnHead);
        }
        var calls = new ArrayList<Call>();
        for (var line : lines) {
            calls.add(call(calls.size(), line));
        }
        return calls;
    }

    private void learnHead(String line) {
        Matcher act = ACT.matcher(line);
        if (act.matches()) {
            String made = act.group(7).startsWith("?") ? act.group(7).substring(1) : act.group(7);
            var before = heads.get(act.group(6));
            if (before != null && made.matches("h\\w+")) {
                var asked = statement(0, act);
                var then =
                        TitleModel.after(before, asked).orElseGet(() -> before.next(Status.ISSUED, asked.recipient()));
                heads.putIfAbsent(made, then.at(made));
            }
        }
    }

    private static Statement statement(int number, Matcher act) {
        return new Statement("key" + number, act.group(6), Act.valueOf(act.group(4)), act.group(3), act.group(5));
    }

    private Call call(int number, String line) {
        Matcher act = ACT.matcher(line);
        if (act.matches()) {
            return new Call(
                    number,
                    "bill",
                    statement(number, act),
                    null,
                    Long.parseLong(act.group(1)),
                    time(act.group(2)),
                    answer(act.group(7)));
        }
        Matcher reading = READING.matcher(line);
        if (!reading.matches()) {
            throw new IllegalArgumentException("not a call: " + line);
        }
        String shown = reading.group(4);
        return new Call(
                number,
                "bill",
                null,
                reading.group(3),
                Long.parseLong(reading.group(1)),
                time(reading.group(2)),
                shown.equals("404")
                        ? new Answer.Refused(Answer.NOT_FOUND)
                        : shown.equals("?")
                                ? new Answer.Unknown("?")
                                : new Answer.Sight(at(shown).seen()));
    }

    private Answer answer(String text) {
        if (text.startsWith("?")) {
            return new Answer.Unknown("?");
        }
        if (text.startsWith("moved:")) {
            return new Answer.Refused(Answer.HEAD_MOVED, new Answer.Moved(text.substring(6), 0, "", ""));
        }
        return switch (text) {
            case "404" -> new Answer.Refused(Answer.NOT_FOUND);
            case "refused" -> new Answer.Refused("not-your-act");
            default -> new Answer.Done(at(text).seen());
        };
    }

    private Standing at(String head) {
        var standing = heads.get(head);
        if (standing == null) {
            throw new IllegalArgumentException("no call makes the head " + head);
        }
        return standing;
    }

    private static long time(String text) {
        return text.equals("?") ? Call.NEVER : Long.parseLong(text);
    }
}
