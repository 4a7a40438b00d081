package org.tegata.lc.domain;

/** What happened to a credit; exactly one a version. */
public sealed interface CreditEvent {

    /** The issuing bank is bound (UCP 600 art. 7(b)). */
    record Issued() implements CreditEvent {}

    record Advised() implements CreditEvent {}

    /** The confirming bank is bound (UCP 600 art. 8(b)). */
    record Confirmed() implements CreditEvent {}

    record ConfirmationDeclined() implements CreditEvent {}

    record PresentationLodged(Presentation presentation) implements CreditEvent {}

    record PresentationExamined(Presentation presentation) implements CreditEvent {}

    record PresentationRefused(Presentation presentation) implements CreditEvent {}

    record PresentationHonoured(Presentation presentation) implements CreditEvent {}
}
