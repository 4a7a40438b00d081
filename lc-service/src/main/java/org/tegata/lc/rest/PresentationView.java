package org.tegata.lc.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Presentation;
import org.tegata.lc.domain.PresentationStatus;
import org.tegata.lc.domain.RuleResult;
import org.tegata.lc.domain.rules.Examiner;
import org.tegata.lc.swift.Mt734;

/**
 * A presentation. What an examination found is the banks' own until they give notice (UCP 600 art. 16): the others see
 * it once the presentation is refused.
 */
@Schema(name = "Presentation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PresentationView(
        UUID id,
        UUID creditId,
        long creditVersion,
        String status,
        String presenter,
        String examiningBank,
        UUID invoiceId,
        String invoiceDigest,
        UUID billId,
        String billDigest,
        AmountView drawing,
        String presentedAt,
        String presentedOn,
        @Nullable String verdict,
        @Nullable String rulePack,
        @Nullable List<ResultView> discrepancies,
        @Nullable List<ResultView> undetermined,

        @Schema(description = "Every rule that was run") @Nullable
        List<ResultView> results,

        @Schema(description = "What these rules do not look at") @Nullable
        List<String> notExamined,

        @Nullable RefusalView refusal,
        @Nullable String honouredAt,

        @Schema(description = "What may still be drawn under the credit")
        AmountView available) {

    /** What one rule found. */
    @Schema(name = "RuleResult")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            String ruleId,
            String article,

            @Schema(enumeration = {"PASS", "FAIL", "NOT_APPLICABLE", "UNDETERMINED"})
            String result,

            @Schema(enumeration = {"DISCREPANCY", "ADVICE"}) String ground,
            String location,
            @Nullable String creditValue,
            @Nullable String documentValue,
            String message,
            @Nullable String judgedBy) {

        static ResultView of(RuleResult result) {
            return new ResultView(
                    result.ruleId(),
                    result.article(),
                    result.result().name(),
                    result.ground().name(),
                    result.location(),
                    result.creditValue(),
                    result.documentValue(),
                    result.message(),
                    result.judgedBy());
        }

        static List<ResultView> of(List<RuleResult> results) {
            return results.stream().map(ResultView::of).toList();
        }
    }

    /** The notice of refusal, and the same as block 4 of an MT734. */
    @Schema(name = "Refusal")
    public record RefusalView(String at, String disposal, List<ResultView> discrepancies, String mt734) {}

    static PresentationView of(Credit credit, Presentation presentation, PartyId reader) {
        boolean refused = presentation.status() == PresentationStatus.REFUSED;
        boolean open = credit.roles().isBank(reader) || refused;
        var examination = open ? presentation.examination() : null;
        return new PresentationView(
                presentation.id(),
                credit.id(),
                credit.version(),
                presentation.status().name(),
                presentation.presenter().toString(),
                presentation.examiningBank().toString(),
                presentation.invoice().id(),
                presentation.invoice().digest(),
                presentation.bill().id(),
                presentation.bill().digest(),
                AmountView.of(presentation.drawing()),
                presentation.presentedAt().toString(),
                presentation.presentedOn().toString(),
                examination == null ? null : examination.verdict().name(),
                examination == null ? null : examination.rulePack(),
                examination == null ? null : ResultView.of(examination.discrepancies()),
                examination == null ? null : ResultView.of(examination.undetermined()),
                examination == null ? null : ResultView.of(examination.results()),
                examination == null ? null : Examiner.NOT_EXAMINED,
                refusal(credit, presentation),
                presentation.honouredAt() == null
                        ? null
                        : presentation.honouredAt().toString(),
                AmountView.of(credit.available()));
    }

    private static @Nullable RefusalView refusal(Credit credit, Presentation presentation) {
        var notice = presentation.refusal();
        return notice == null
                ? null
                : new RefusalView(
                        notice.at().toString(),
                        notice.disposal().name(),
                        ResultView.of(notice.discrepancies()),
                        Mt734.write(credit, presentation));
    }
}
