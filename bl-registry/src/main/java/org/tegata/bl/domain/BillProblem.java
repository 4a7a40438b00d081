package org.tegata.bl.domain;

import java.util.Locale;
import org.tegata.problem.ProblemType;

/**
 * The reasons of the register of title to refuse a request, in order of precedence; but an act's signature is judged
 * before the bill is looked at.
 */
public enum BillProblem implements ProblemType {
    BILL_INVALID(422, "The document is not a valid bill of lading"),
    BILL_NUMBER_TAKEN(409, "This carrier has a live bill with that number"),
    BILL_WITHOUT_HOLDER(422, "It is not said, or not as it must be, who is to hold or to receive the bill"),
    STEP_UP_NEEDED(401, "Signing with a key in custody needs a fresh, strong login"),
    KEY_NOT_CUSTODIED(409, "This platform holds no key of the actor that is in force"),
    KEY_UNKNOWN(403, "The actor has no such key"),
    KEY_REVOKED(403, "The key was revoked"),
    KEY_NOT_IN_FORCE(403, "The key is not in force at this time"),
    ACT_SIGNATURE_REJECTED(422, "The act is not signed as it must be"),
    HEAD_MOVED(409, "Somebody else acted on the bill first"),
    WRONG_STATE(409, "The bill does not allow this act in its present state"),
    NOT_YOUR_ACT(403, "You are a party to the bill, but this act is not yours"),
    NOT_NEGOTIABLE(409, "The document is not negotiable, and this act is for those that are"),
    NOT_ENTITLED(403, "You possess the bill, but it is not to your order"),
    ENDORSEMENT_ENDS_HERE(409, "The last endorsement does not allow another"),
    HELD_AS_SECURITY(409, "A pledgee gives the bill to nobody but the pledgor"),
    NOTHING_TO_REJECT(409, "There is no transfer that could still be rejected"),
    PAPER_ASKED(409, "The surrender asks for paper: switch to paper, or refuse"),
    PAPER_NOT_ASKED(409, "The surrender does not ask for paper"),
    ATTESTATION_MISSING(422, "The attestation of paper originals is missing or does not fit"),
    NOT_REPLACEABLE(409, "The bill cannot be replaced: it was not surrendered to its carrier for that"),
    ALREADY_REPLACED(409, "The bill was replaced before"),
    ALREADY_TRANSFERRED(409, "The bill has left its first holder and cannot be voided"),
    PARTY_MISSING(422, "This act needs the other party"),
    UNKNOWN_RECIPIENT(422, "The recipient is not a party of this platform"),
    RECIPIENT_IS_HOLDER(422, "The recipient holds the bill already"),
    CARRIER_UNKNOWN(422, "The carrier has no registered keys that are in force"),
    ISSUANCE_SIGNATURE_REJECTED(422, "The issuance manifest is not signed by the carrier"),
    ISSUANCE_MANIFEST_MISMATCH(422, "The signed issuance manifest is not the one of this draft"),
    NO_ENVELOPE_DUE(409, "No envelope of this bill is due"),
    ENVELOPE_ALREADY_ANSWERED(409, "The envelope was answered otherwise before"),
    ENVELOPE_MISMATCH(422, "The chain sent is not a continuation of the chain on record"),
    CHAIN_RULE_BROKEN(422, "The chain breaks a rule of endorsement chains"),
    REGISTER_CORRUPT(500, "The record of this bill does not verify; the register refuses to say who holds it");

    private final int status;
    private final String title;

    BillProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
