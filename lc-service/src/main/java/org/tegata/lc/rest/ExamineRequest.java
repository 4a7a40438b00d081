package org.tegata.lc.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.application.ExaminePresentation.Judgement;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What a person has decided of the rules that an earlier examination referred; no body when there is nothing. */
@Schema(name = "Examine")
public record ExamineRequest(@Nullable List<JudgementRequest> judgements) {

    /** One decision. */
    @Schema(name = "Judgement")
    public record JudgementRequest(
            @Nullable String ruleId,
            @Nullable Boolean complies,
            @Nullable String reason) {}

    static List<Judgement> toDomain(@Nullable ExamineRequest request) {
        var asked = request == null ? null : request.judgements();
        return asked == null
                ? List.of()
                : asked.stream().map(ExamineRequest::judgement).toList();
    }

    private static Judgement judgement(@Nullable JudgementRequest judgement) {
        if (judgement == null || judgement.ruleId() == null || judgement.complies() == null) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "A judgement names a ruleId and whether it complies");
        }
        String reason = judgement.reason() == null ? "" : judgement.reason();
        if (!isOneLine(judgement.ruleId()) || !isOneLine(reason)) {
            throw new Rejected(RequestProblem.MALFORMED_REQUEST, "A judgement is text without control characters");
        }
        return new Judgement(judgement.ruleId(), judgement.complies(), reason);
    }

    /** What a database can store and a notice of refusal can quote: no control characters, no half of a pair. */
    private static boolean isOneLine(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
