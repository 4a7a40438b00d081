package org.tegata.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request refused for a catalogued reason; nothing was changed. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Finding> findings;

    /** Refuses with the detail of this case, a {@link String#format} pattern when arguments follow. */
    public Rejected(ProblemType type, String detail, @Nullable Object... args) {
        this(type, args.length == 0 ? detail : String.format(Locale.ROOT, detail, args), List.of());
    }

    private Rejected(ProblemType type, String detail, List<Finding> findings) {
        super(detail);
        this.type = type;
        this.findings = List.copyOf(findings);
    }

    /** The same refusal, with what was found in the document that caused it. */
    public Rejected withFindings(List<Finding> found) {
        return new Rejected(type, detail(), found);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? type.title() : message;
    }

    public List<Finding> findings() {
        return findings;
    }
}
