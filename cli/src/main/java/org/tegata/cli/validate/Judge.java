package org.tegata.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.tegata.problem.Finding;
import org.tegata.problem.Rejected;
import org.tegata.rules.AcceptancePolicy;
import org.tegata.rules.Verdict;
import org.tegata.rules.XmlSource;

/** Judges single documents, whatever they contain: nothing that is wrong with one of them is an exception. */
public final class Judge {
    /** Larger ones are read again from the disk, so that many cores need little memory. */
    private static final int HELD_IN_MEMORY = 8 * 1024 * 1024;

    private final Function<XmlSource, Verdict> validator;
    private final AcceptancePolicy policy;
    private final int listed;

    /** Asks that validator (thread-safe), and lists at most so many findings once the policy has seen all. */
    public Judge(Function<XmlSource, Verdict> validator, AcceptancePolicy policy, int listed) {
        this.validator = validator;
        this.policy = policy;
        this.listed = listed;
    }

    /** The verdict on a document, or why there is none. */
    Judged judge(Source source) {
        long began = System.nanoTime();
        try {
            Verdict verdict = verdict(source);
            return Judged.with(source, shortened(verdict), policy.accepts(verdict), System.nanoTime() - began);
        } catch (Rejected refused) {
            return without(source, refused.type().slug(), refused.detail(), began);
        } catch (IOException | UncheckedIOException unreadable) {
            return without(source, "file-unreadable", reason(unreadable), began);
        } catch (RuntimeException | StackOverflowError fault) {
            // One fault of ours must not hide the verdicts on all other files.
            return without(source, "internal-error", fault.toString(), began);
        }
    }

    private Verdict verdict(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(HELD_IN_MEMORY);
            if (start.length < HELD_IN_MEMORY) {
                return validator.apply(XmlSource.of(start));
            }
            Path file = source.lasting();
            return file == null ? verdictOnPipe(start, in) : validator.apply(XmlSource.of(file));
        }
    }

    /** The validator may read a document more than once; a pipe flows only once. */
    private Verdict verdictOnPipe(byte[] start, InputStream rest) throws IOException {
        Path copy = Files.createTempFile("tegata-", ".xml");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                out.write(start);
                rest.transferTo(out);
            }
            return validator.apply(XmlSource.of(copy));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Verdict shortened(Verdict verdict) {
        List<Finding> findings = verdict.findings();
        if (findings.size() <= listed) {
            return verdict;
        }
        return new Verdict(
                verdict.ruleSet(),
                verdict.ruleSetVersion(),
                verdict.release(),
                verdict.engine(),
                verdict.valid(),
                findings.subList(0, listed),
                verdict.counts(),
                verdict.omitted() + findings.size() - listed);
    }

    private static Judged without(Source source, String type, String detail, long began) {
        return Judged.without(source, new Refusal(type, detail), System.nanoTime() - began);
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}
