package org.tegata.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request refused for a catalogued reason; nothing was changed. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Finding> findings;
    private final transient Map<String, Object> members;
    private final @Nullable String challenge;

    /** Refuses with the detail of this case, a {@link String#format} pattern when arguments follow. */
    public Rejected(ProblemType type, String detail, @Nullable Object... args) {
        this(type, args.length == 0 ? detail : String.format(Locale.ROOT, detail, args), List.of(), Map.of(), null);
    }

    private Rejected(
            ProblemType type,
            String detail,
            List<Finding> findings,
            Map<String, Object> members,
            @Nullable String challenge) {
        super(detail);
        this.type = type;
        this.findings = List.copyOf(findings);
        this.members = Map.copyOf(members);
        this.challenge = challenge;
    }

    /** The same refusal, with what was found in the document that caused it. */
    public Rejected withFindings(List<Finding> found) {
        return new Rejected(type, detail(), found, members, challenge);
    }

    /** The same refusal with one more member of its own in the problem (RFC 9457 section 3.2), written as JSON. */
    public Rejected with(String member, Object value) {
        var more = new HashMap<>(members);
        more.put(member, value);
        return new Rejected(type, detail(), findings, more, challenge);
    }

    /** The same refusal with what the client has to bring (RFC 9110 section 11.6.1 {@code WWW-Authenticate}). */
    public Rejected challenging(String wwwAuthenticate) {
        return new Rejected(type, detail(), findings, members, wwwAuthenticate);
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

    public Map<String, Object> members() {
        return members;
    }

    public @Nullable String challenge() {
        return challenge;
    }
}
