package org.tegata.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tegata.problem.Rejected;

/** Brings each document to its judge, whatever it contains: nothing that is wrong with one of them is an exception. */
public final class Intake {
    /** Larger ones are read again from the disk, so that many cores need little memory. */
    private static final int HELD_IN_MEMORY = 8 * 1024 * 1024;

    private final List<Judge> judges;
    private final int listed;

    /**
     * Asks the judge who knows the document, and the first one of a document that nobody knows.
     *
     * @param listed so many findings at most, once the policy has seen all
     */
    public Intake(List<Judge> judges, int listed) {
        this.judges = List.copyOf(judges);
        this.listed = listed;
    }

    /** The verdict on a document, or why there is none. */
    Judged judge(Source source) {
        long began = System.nanoTime();
        try {
            Judge.Opinion opinion = opinion(source);
            Verdict verdict = opinion.verdict().shortened(listed);
            return Judged.with(source, verdict, opinion.accepted(), System.nanoTime() - began);
        } catch (NotRead notRead) {
            return Judged.without(source, notRead.refusal(), System.nanoTime() - began);
        } catch (Rejected refused) {
            return without(source, refused.type().slug(), refused.detail(), began);
        } catch (IOException | UncheckedIOException unreadable) {
            return Judged.without(source, Refusal.unreadable(unreadable), System.nanoTime() - began);
        } catch (RuntimeException | StackOverflowError fault) {
            // One fault of ours must not hide the verdicts on all other files.
            return without(source, "internal-error", fault.toString(), began);
        }
    }

    private Judge.Opinion opinion(Source source) throws IOException, NotRead {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(HELD_IN_MEMORY);
            Judge judge = judgeOf(Beginning.of(start));
            if (start.length < HELD_IN_MEMORY) {
                return judge.judge(Judge.Document.of(start));
            }
            Path file = source.lasting();
            return file == null ? opinionOnPipe(judge, start, in) : judge.judge(Judge.Document.of(file));
        }
    }

    private Judge judgeOf(Beginning beginning) {
        return judges.stream()
                .filter(judge -> judge.knows(beginning))
                .findFirst()
                .orElse(judges.get(0));
    }

    /** The judge may read a document more than once; a pipe flows only once. */
    private static Judge.Opinion opinionOnPipe(Judge judge, byte[] start, InputStream rest)
            throws IOException, NotRead {
        Path copy = Files.createTempFile("tegata-", ".xml");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                out.write(start);
                rest.transferTo(out);
            }
            return judge.judge(Judge.Document.of(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Judged without(Source source, String type, String detail, long began) {
        return Judged.without(source, new Refusal(type, detail), System.nanoTime() - began);
    }
}
