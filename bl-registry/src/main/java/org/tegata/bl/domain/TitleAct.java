package org.tegata.bl.domain;

/** What a party may do to a bill: the words of a signed {@link ActStatement}. DCSA PINT 3.0.0's where it has one. */
public enum TitleAct {
    ISSUE(BillAct.ISSUE, Role.CARRIER),
    TRANSFER(BillAct.TRANSFER, Role.HOLDER),
    /** The recipient gives back what it has just been transferred, before it has acted on it. */
    REJECT_TRANSFER(BillAct.REJECT_TRANSFER, Role.HOLDER),
    ENDORSE(BillAct.ENDORSE, Role.HOLDER),
    ENDORSE_TO_ORDER(BillAct.ENDORSE, Role.HOLDER),
    BLANK_ENDORSE(BillAct.ENDORSE, Role.HOLDER),
    SIGN(BillAct.SIGN, Role.HOLDER),
    /** Possession moves to a bank as security; DCSA has no word for it, its chain shows a TRANSFER. */
    PLEDGE(BillAct.PLEDGE, Role.HOLDER),
    /** The pledgee gives possession back to the pledgor. */
    RELEASE(BillAct.RELEASE, Role.HOLDER),
    SURRENDER_FOR_DELIVERY(BillAct.SURRENDER_FOR_DELIVERY, Role.HOLDER),
    /** With reason SWTP: for a switch to paper. */
    SURRENDER_FOR_AMENDMENT(BillAct.SURRENDER_FOR_AMENDMENT, Role.HOLDER),
    ACCEPT_SURRENDER(BillAct.ACCEPT_SURRENDER, Role.CARRIER),
    REFUSE_SURRENDER(BillAct.REFUSE_SURRENDER, Role.CARRIER),
    /** The carrier accepts a surrender for paper and issues paper originals (MLETR art. 18). */
    SWITCH_TO_PAPER(BillAct.SWITCH_TO_PAPER, Role.CARRIER),
    VOID(BillAct.VOID, Role.CARRIER);

    /** In which capacity a party acts (MLETR art. 9). */
    public enum Role {
        HOLDER,
        CARRIER
    }

    private final BillAct entry;
    private final Role role;

    TitleAct(BillAct entry, Role role) {
        this.entry = entry;
        this.role = role;
    }

    /** What the record will say when nothing of it crosses to another platform; the lifecycle is asked for this. */
    public BillAct entry() {
        return entry;
    }

    public Role role() {
        return role;
    }
}
