package org.tegata.cli.trade;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tegata.cli.api.Reply;

/** The trade as it is told: one line an act, with what was expected and whether it came true. */
public final class Story {
    private final PrintWriter out;
    private final List<String> failures = new ArrayList<>();
    private int acts;
    private int claims;

    public Story(PrintWriter out) {
        this.out = out;
    }

    /** What did not come true so far, one sentence each. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** How many acts were told. */
    public int acts() {
        return acts;
    }

    /** How many single expectations were checked. */
    public int claims() {
        return claims;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
        out.flush();
    }

    void aside(String text) {
        out.println("     " + text);
        out.flush();
    }

    /** One topic against its database. */
    void book(String owner, Evidence.Topic topic) {
        acts++;
        claims++;
        boolean equal = topic.differences().isEmpty() && topic.stored() == topic.published();
        String repeats = topic.repeats() == 0 ? "" : ", " + topic.repeats() + " sent twice (consumers ignore repeats)";
        out.printf(
                "%s  %-15s topic %-12s %3d events stored, %3d published%s; %d documents, each with as many events as"
                        + " its version says%n",
                equal ? "ok " : "NOT",
                owner,
                topic.name(),
                topic.stored(),
                topic.published(),
                repeats,
                topic.documents());
        if (!equal) {
            failures.add("topic " + topic.name() + " and the database of " + owner + " differ");
            topic.differences().forEach(difference -> out.println("       " + difference));
        }
        out.flush();
    }

    /** Begins the line of an act that a service answered. */
    Line tell(String who, String what, Reply reply) {
        return new Line(who, what, reply);
    }

    /** One line in the making. */
    final class Line {
        private final String who;
        private final String what;
        private final Reply reply;
        private final List<String> evidence = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private String id = "";

        private Line(String who, String what, Reply reply) {
            this.who = who;
            this.what = what;
            this.reply = reply;
        }

        Line status(int expected) {
            claims++;
            if (reply.status() != expected) {
                broken.add("expected status " + expected);
            }
            return this;
        }

        /** The request must be refused with this problem type. */
        Line problem(int expected, String slug) {
            status(expected);
            claims++;
            if (!reply.problem().equals(slug)) {
                broken.add("expected the problem " + slug);
            }
            evidence.add(slug);
            return this;
        }

        Line id(String shown) {
            id = shown;
            return this;
        }

        /** Something worth showing that is not a claim by itself. */
        Line with(String shown) {
            if (!shown.isEmpty()) {
                evidence.add(shown);
            }
            return this;
        }

        /** A claim: shown when it holds, reported when it does not. */
        Line proof(String claim, boolean holds) {
            claims++;
            if (holds) {
                evidence.add(claim);
            } else {
                broken.add("not true: " + claim);
            }
            return this;
        }

        /** Prints the line; false when something was not as expected. */
        boolean print() {
            acts++;
            String mark = broken.isEmpty() ? "ok " : "NOT";
            out.printf("%s  %-15s %d  %s", mark, who, reply.status(), what);
            if (!id.isEmpty()) {
                out.print("  [" + id + "]");
            }
            if (!evidence.isEmpty()) {
                out.print("  " + String.join("; ", evidence));
            }
            if (reply.attempts() > 1) {
                out.print("  (answered at attempt " + reply.attempts() + ")");
            }
            out.println();
            for (String each : broken) {
                out.println("       " + each);
                failures.add(who + " " + what + ": " + each);
            }
            if (!broken.isEmpty()) {
                out.println("       " + reply);
            }
            out.flush();
            return broken.isEmpty();
        }

        /** Prints the line, and ends the trade when something was not as expected. */
        void orStop() {
            if (!print()) {
                throw new TradeStopped(who + " " + what + ": " + String.join(", ", broken));
            }
        }
    }
}
