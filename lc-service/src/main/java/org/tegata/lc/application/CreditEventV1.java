package org.tegata.lc.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditEvent;
import org.tegata.lc.domain.Money;
import org.tegata.lc.domain.Outcome;
import org.tegata.lc.domain.Presentation;
import org.tegata.lc.domain.RuleResult;
import org.tegata.outbox.Event;

/** What the topic {@code credits} carries, version 1 of each event (contracts/events). */
public final class CreditEventV1 {

    private static final String TOPIC = "credits";

    private CreditEventV1() {}

    /** The event of an outcome: subject is the credit, sequence its version. */
    public static Event of(Outcome outcome) {
        var credit = outcome.credit();
        var event = outcome.event();
        if (event instanceof CreditEvent.Issued) {
            return event(credit, "credit.issued.v1", Issued.of(credit));
        } else if (event instanceof CreditEvent.Advised) {
            return event(credit, "credit.advised.v1", Decided.of(credit));
        } else if (event instanceof CreditEvent.Confirmed) {
            return event(credit, "credit.confirmed.v1", Decided.of(credit));
        } else if (event instanceof CreditEvent.ConfirmationDeclined) {
            return event(credit, "credit.confirmation-declined.v1", Decided.of(credit));
        } else if (event instanceof CreditEvent.PresentationLodged lodged) {
            return event(credit, "presentation.lodged.v1", Lodged.of(credit, lodged.presentation()));
        } else if (event instanceof CreditEvent.PresentationExamined examined) {
            return event(credit, "presentation.examined.v1", Examined.of(credit, examined.presentation()));
        } else if (event instanceof CreditEvent.PresentationRefused refused) {
            return event(credit, "presentation.refused.v1", Refused.of(credit, refused.presentation()));
        } else if (event instanceof CreditEvent.PresentationHonoured honoured) {
            return event(credit, "presentation.honoured.v1", Honoured.of(credit, honoured.presentation()));
        }
        throw new IllegalStateException("an event that is not published: " + event);
    }

    private static Event event(Credit credit, String type, Object data) {
        return new Event(type, TOPIC, credit.id(), credit.version(), data);
    }

    private static String text(Object value) {
        return value.toString();
    }

    private static @Nullable String optional(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** An amount on the wire. */
    public record AmountV1(String currency, String amount) {
        public static AmountV1 of(Money money) {
            return new AmountV1(money.currency(), money.amount().toPlainString());
        }
    }

    /** One rule that failed, or that a person has to decide. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DiscrepancyV1(
            String ruleId,
            String article,
            String location,
            @Nullable String creditValue,
            @Nullable String documentValue,
            String message) {
        public static DiscrepancyV1 of(RuleResult result) {
            return new DiscrepancyV1(
                    result.ruleId(),
                    result.article(),
                    result.location(),
                    result.creditValue(),
                    result.documentValue(),
                    result.message());
        }

        static List<DiscrepancyV1> of(List<RuleResult> results) {
            return results.stream().map(DiscrepancyV1::of).toList();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(
            UUID creditId,
            String number,
            String digest,
            String issuingBank,
            String applicant,
            String beneficiary,
            String advisingBank,
            @Nullable String confirmingBank,
            AmountV1 amount,
            AmountV1 maximum,
            String issueDate,
            String expiryDate,
            @Nullable String latestShipment,
            String applicableRules,
            String status,
            String confirmation) {
        static Issued of(Credit credit) {
            var terms = credit.terms();
            var roles = credit.roles();
            return new Issued(
                    credit.id(),
                    terms.heading().number(),
                    credit.digest(),
                    text(roles.issuingBank()),
                    text(roles.applicant()),
                    text(roles.beneficiary()),
                    text(roles.advisingBank()),
                    optional(roles.confirmingBank()),
                    AmountV1.of(terms.amount().issued()),
                    AmountV1.of(credit.maximum()),
                    text(terms.heading().issueDate()),
                    text(terms.heading().expiryDate()),
                    optional(terms.shipment().latestShipment()),
                    terms.heading().applicableRules(),
                    credit.status().name(),
                    credit.confirmation().name());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            UUID creditId,
            String number,
            String advisingBank,
            @Nullable String confirmingBank,
            String status,
            String confirmation) {
        static Decided of(Credit credit) {
            return new Decided(
                    credit.id(),
                    credit.terms().heading().number(),
                    text(credit.roles().advisingBank()),
                    optional(credit.roles().confirmingBank()),
                    credit.status().name(),
                    credit.confirmation().name());
        }
    }

    record Lodged(
            UUID creditId,
            UUID presentationId,
            String presenter,
            UUID invoiceId,
            String invoiceDigest,
            UUID billId,
            String billDigest,
            AmountV1 drawing,
            String examiningBank,
            String issuingBank,
            String presentedOn,
            String status) {
        static Lodged of(Credit credit, Presentation presentation) {
            return new Lodged(
                    credit.id(),
                    presentation.id(),
                    text(presentation.presenter()),
                    presentation.invoice().id(),
                    presentation.invoice().digest(),
                    presentation.bill().id(),
                    presentation.bill().digest(),
                    AmountV1.of(presentation.drawing()),
                    text(presentation.examiningBank()),
                    text(credit.roles().issuingBank()),
                    text(presentation.presentedOn()),
                    presentation.status().name());
        }
    }

    record Examined(
            UUID creditId,
            UUID presentationId,
            String examiningBank,
            String verdict,
            String rulePack,
            List<DiscrepancyV1> discrepancies,
            List<DiscrepancyV1> undetermined,
            AmountV1 available,
            String status) {
        static Examined of(Credit credit, Presentation presentation) {
            var examination = presentation.examination();
            if (examination == null) {
                throw new IllegalStateException("examined without a result");
            }
            return new Examined(
                    credit.id(),
                    presentation.id(),
                    text(presentation.examiningBank()),
                    examination.verdict().name(),
                    examination.rulePack(),
                    DiscrepancyV1.of(examination.discrepancies()),
                    DiscrepancyV1.of(examination.undetermined()),
                    AmountV1.of(credit.available()),
                    presentation.status().name());
        }
    }

    record Refused(
            UUID creditId,
            UUID presentationId,
            String examiningBank,
            String disposal,
            List<DiscrepancyV1> discrepancies,
            String status) {
        static Refused of(Credit credit, Presentation presentation) {
            var notice = presentation.refusal();
            if (notice == null) {
                throw new IllegalStateException("refused without a notice");
            }
            return new Refused(
                    credit.id(),
                    presentation.id(),
                    text(presentation.examiningBank()),
                    notice.disposal().name(),
                    DiscrepancyV1.of(notice.discrepancies()),
                    presentation.status().name());
        }
    }

    record Honoured(
            UUID creditId,
            UUID presentationId,
            String honouredBy,
            AmountV1 drawing,
            AmountV1 available,
            String status,
            String creditStatus) {
        static Honoured of(Credit credit, Presentation presentation) {
            return new Honoured(
                    credit.id(),
                    presentation.id(),
                    text(presentation.examiningBank()),
                    AmountV1.of(presentation.drawing()),
                    AmountV1.of(credit.available()),
                    presentation.status().name(),
                    credit.status().name());
        }
    }
}
