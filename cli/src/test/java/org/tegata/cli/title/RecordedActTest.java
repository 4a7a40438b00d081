package org.tegata.cli.title;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.seal.SealRejected;

/** A register that records otherwise than was signed, in every member there is. */
class RecordedActTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACTOR = "GLEIF:TGTASHIPPER000000139";
    private static final String THERE = "/transactions/0/recipient/";

    private ObjectNode statement = JSON.createObjectNode();
    private ObjectNode entry = JSON.createObjectNode();

    @ParameterizedTest
    @CsvSource({
        "ISSUE,ISSUE",
        "TRANSFER,TRANSFER",
        "TRANSFER,START_TRANSFER",
        "REJECT_TRANSFER,REJECT_TRANSFER",
        "ENDORSE,ENDORSE",
        "ENDORSE_TO_ORDER,ENDORSE",
        "BLANK_ENDORSE,ENDORSE",
        "SIGN,SIGN",
        "PLEDGE,PLEDGE",
        "RELEASE,RELEASE",
        "SURRENDER_FOR_DELIVERY,SURRENDER_FOR_DELIVERY",
        "SURRENDER_FOR_DELIVERY,SEND_SURRENDER_FOR_DELIVERY",
        "SURRENDER_FOR_AMENDMENT,SURRENDER_FOR_AMENDMENT",
        "SURRENDER_FOR_AMENDMENT,SEND_SURRENDER_FOR_AMENDMENT",
        "ACCEPT_SURRENDER,ACCEPT_SURRENDER",
        "REFUSE_SURRENDER,REFUSE_SURRENDER",
        "REFUSE_SURRENDER,REFUSE_SURRENDER_BY_PLEDGEE",
        "REFUSE_SURRENDER,REFUSE_SURRENDER_FROM_ELSEWHERE",
        "SWITCH_TO_PAPER,SWITCH_TO_PAPER",
        "VOID,VOID"
    })
    void shouldAcceptEveryActAsTheRegisterRecordsIt(String declared, String recorded) {
        act(declared, recorded);
        assertThat(difference()).isEmpty();
        entry.put("act", "FLY");
        assertThat(difference()).isEqualTo(declared + " was signed, FLY is recorded");
        statement.put("act", "FLY");
        assertThat(difference()).isEqualTo("FLY was signed, FLY is recorded");
    }

    @ParameterizedTest
    @CsvSource({
        // to a party here, and it goes away; to one elsewhere, and it stays
        "TRANSFER,TRANSFER,START_TRANSFER,TGTB,'a recipient on TGTA was signed, one on TGTB is recorded'",
        "TRANSFER,TRANSFER,TRANSFER,TGTB,'a recipient on TGTA was signed, one on TGTB is recorded'",
        "TRANSFER,TRANSFER,START_TRANSFER,TGTA,'START_TRANSFER is recorded to the same platform, TGTA'",
        "TRANSFER,START_TRANSFER,TRANSFER,TGTA,'a recipient on TGTB was signed, one on TGTA is recorded'",
        "TRANSFER,START_TRANSFER,TRANSFER,TGTB,'TRANSFER is recorded to another platform, TGTB'",
        "TRANSFER,START_TRANSFER,START_TRANSFER,TGTC,'a recipient on TGTB was signed, one on TGTC is recorded'",
        "ENDORSE,ENDORSE,ENDORSE,TGTB,'a recipient on TGTA was signed, one on TGTB is recorded'",
        "PLEDGE,PLEDGE,PLEDGE,TGTB,'a recipient on TGTA was signed, one on TGTB is recorded'",
        "SURRENDER_FOR_DELIVERY,SURRENDER_FOR_DELIVERY,SURRENDER_FOR_DELIVERY,TGTB,"
                + "'SURRENDER_FOR_DELIVERY is recorded to another platform, TGTB'"
    })
    void shouldNoticeAnotherPlatformThanTheOneSignedFor(
            String declared, String wasTo, String recorded, String platform, String otherwise) {
        act(declared, wasTo);
        entry.put("act", recorded);
        change(entry, THERE + "eblPlatform", "\"" + platform + "\"");
        assertThat(difference()).isEqualTo(otherwise);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER,TRANSFER,/transactions/0/recipient/identifyingCodes/0/partyCode,another recipient was signed",
        "TRANSFER,TRANSFER,/transactions/0/recipient/identifyingCodes/0/codeListProvider,another recipient was signed",
        "TRANSFER,START_TRANSFER,/transactions/0/recipient/partyName,other recipient.partyName signed",
        "TRANSFER,TRANSFER,/transactions/0/recipient,another recipient was signed",
        "ISSUE,ISSUE,/transactions/0/recipient,no recipient is recorded",
        "TRANSFER,TRANSFER,/transactions/0/actor/identifyingCodes/0/partyCode,another actor signed",
        "TRANSFER,TRANSFER,/transactions/0/actor/eblPlatform,does not name the platform of its actor",
        "ENDORSE,ENDORSE,/transactions/0/actionCode,'ENDORSE was signed, the transaction is '",
        "SWITCH_TO_PAPER,SWITCH_TO_PAPER,/changeOfMedium/originals,other originals signed",
        "SWITCH_TO_PAPER,SWITCH_TO_PAPER,/changeOfMedium/place,other place signed",
        "SWITCH_TO_PAPER,SWITCH_TO_PAPER,/changeOfMedium/direction,'SWITCH_TO_PAPER was signed, a change '",
        "SWITCH_TO_PAPER,SWITCH_TO_PAPER,/changeOfMedium,other originals signed",
        "PLEDGE,PLEDGE,/transactions/0/comments,other comments signed",
        "ISSUE,ISSUE,/issuanceManifestChecksum,another issuance manifest was signed",
        "SIGN,SIGN,/transactions/0,'SIGN was signed, 0 transactions are recorded'"
    })
    void shouldNoticeWhatWasLeftOutOrReplaced(String declared, String recorded, String pointer, String otherwise) {
        act(declared, recorded);
        change(entry, pointer, "");
        assertThat(difference()).as("left out").contains(otherwise);
        if (!entry.at(JsonPointer.compile(pointer).head()).isArray()) {
            act(declared, recorded);
            change(entry, pointer, entry.at(pointer).isTextual() ? "\"other\"" : "4");
            assertThat(difference()).as("replaced").isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SURRENDER_FOR_AMENDMENT,/transactions/0/reasonCode,\"SWTP\",other reasonCode signed",
        "SURRENDER_FOR_DELIVERY,/transactions/0/comments,\"and hurry\",other comments signed",
        "TRANSFER,/transactions/0/comments,\"Pledge\",other comments signed",
        "VOID,/transactions/0,{},'VOID was signed, 1 transactions are recorded'",
        "SIGN,/transactions/1,{},'SIGN was signed, 2 transactions are recorded'",
        "BLANK_ENDORSE,/transactions/0/recipient,{},a recipient is recorded that nobody signed",
        "TRANSFER,/transactions/0/recipient/identifyingCodes/1,{},another recipient was signed",
        "ISSUE,/changeOfMedium,'{\"originals\":1}',other originals signed",
        "TRANSFER,/issuanceManifestChecksum,\"ab\",another issuance manifest was signed"
    })
    void shouldNoticeWhatNobodySigned(String declared, String pointer, String value, String otherwise) {
        act(declared, declared.equals("BLANK_ENDORSE") ? "ENDORSE" : declared);
        change(entry, pointer, value);
        assertThat(difference()).contains(otherwise);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SURRENDER_FOR_AMENDMENT;reasonCode;\"SWTP\";other reasonCode signed",
                "REJECT_TRANSFER;comments;\"not ordered\";other comments signed",
                "REFUSE_SURRENDER;comments;null;other comments signed",
                "TRANSFER;originals;3;other originals signed",
                "TRANSFER;issuanceManifestSignedContent;\"e30\";another issuance manifest",
                "SIGN;recipient;{\"party\":\"GLEIF:A\"};SIGN was signed with a recipient",
                "TRANSFER;recipient;{\"party\":\"GLEIF:A\"};another recipient",
                "TRANSFER;recipient;null;TRANSFER was signed without a recipient",
                "TRANSFER;recipient;{\"until\":\"noon\"};a member was signed that no act has: until",
                "TRANSFER;condition;\"on payment\";a member was signed that no act has: condition"
            })
    void shouldNoticeWhatWasSignedAndIsNotRecorded(String declared, String member, String value, String otherwise) {
        act(declared, declared);
        change(statement, "/" + member, value);
        assertThat(difference()).contains(otherwise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SURRENDER_FOR_AMENDMENT", "REFUSE_SURRENDER", "REJECT_TRANSFER"})
    void shouldAcceptTheSameCommentsAndNoticeOthers(String act) {
        act(act, act);
        change(statement, "/comments", "\"神戸\"");
        change(entry, "/transactions/0/comments", "\"神戸\"");
        assertThat(difference()).isEmpty();
        change(entry, "/transactions/0/comments", "\"神\"");
        assertThat(difference()).isEqualTo("other comments signed than recorded");
    }

    @Test
    void shouldAcceptWhatOnlyTheStatementKeepsAndWhatTheRegisterKnowsBetter() {
        act("TRANSFER", "TRANSFER");
        change(statement, "/place", "\"Kobe\"");
        change(statement, "/recipient/partyName", "\"As its friends call it\"");
        change(statement, "/recipient/eblPlatform", "\"TGTA\"");
        assertThat(difference()).isEmpty();
    }

    @Test
    void shouldCompareTheOriginalsThatWereCancelled() {
        act("ISSUE", "ISSUE");
        change(statement, "/originals", "2");
        change(statement, "/place", "\"Kobe\"");
        change(entry, "/changeOfMedium", "{\"direction\":\"FROM_PAPER\",\"originals\":2,\"place\":\"Kobe\"}");
        assertThat(difference()).isEmpty();
        change(entry, "/changeOfMedium/originals", "3");
        assertThat(difference()).isEqualTo("other originals signed than recorded");
    }

    private void act(String declared, String recorded) {
        Statement signed = Statement.of("b", "h", declared, ACTOR).with("signedAt", "2026-11-21T10:00:00.000Z");
        statement = SampleAct.json(SampleAct.signed(signed, declared, recorded).json());
        entry = SampleAct.record(JSON.createObjectNode(), declared, recorded, ACTOR);
    }

    private String difference() {
        try {
            new RecordedAct(statement, entry).requireAsSigned();
            return "";
        } catch (SealRejected otherwise) {
            return otherwise.getMessage();
        }
    }

    /** Puts the value there; without one takes away what is there. */
    private static void change(JsonNode root, String pointer, String value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = root.at(at.head());
        try {
            if (parent instanceof ArrayNode array) {
                if (value.isEmpty()) {
                    array.remove(at.last().getMatchingIndex());
                } else {
                    array.add(JSON.readTree(value));
                }
            } else if (value.isEmpty()) {
                ((ObjectNode) parent).remove(at.last().getMatchingProperty());
            } else {
                ((ObjectNode) parent).set(at.last().getMatchingProperty(), JSON.readTree(value));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }
}
