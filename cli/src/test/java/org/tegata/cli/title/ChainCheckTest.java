package org.tegata.cli.title;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

class ChainCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BILL = "01a1f9ec-3e8d-7f83-b9f9-79d52304306f";
    private static final String SHIPPER = "GLEIF:TGTASHIPPER000000139";
    private static final String CARRIER = "GLEIF:TGTACARRIER000000165";
    private static final String ACTED = "2026-11-21T10:00:00.000Z";

    private final Sealer register = Sealer.fromJwk(Keys.newEcKeyJwk());
    private final Sealer shipper = Sealer.fromJwk(Keys.newEd25519KeyJwk());
    private final Sealer carrier = Sealer.fromJwk(Keys.newEcKeyJwk());
    private final List<String> seals = new ArrayList<>();
    private PartyKeys keys = new PartyKeys();

    @BeforeEach
    void issue() {
        keys.add(SHIPPER, published(shipper)).add(CARRIER, published(carrier));
        append(entry("DRAFT", CARRIER), register);
        append(signed("ISSUE", "ISSUE", CARRIER, carrier), register);
    }

    @Test
    void shouldReadASoundChain() {
        append(signed("ENDORSE", "ENDORSE_TO_ORDER", SHIPPER, shipper), register);
        append(signed("TRANSFER", "TRANSFER", SHIPPER, shipper), register);
        ChainCheck.Result result = verify();
        assertThat(result.reason()).isEmpty();
        assertThat(result.sound()).isTrue();
        assertThat(result.acts()).containsExactly("DRAFT", "ISSUE", "ENDORSE", "TRANSFER");
        assertThat(result.signed()).isEqualTo(3);
    }

    @Test
    void shouldAcceptWhatAnotherPlatformCausedAndTheSecondHalfOfACarriersAnswer() {
        ObjectNode received = entry("RECEIVE", "");
        append(received, register);
        append(signed("ACCEPT_SURRENDER", "ACCEPT_SURRENDER", CARRIER, carrier), register);
        append(entry("START_NOTIFICATION", CARRIER), register);
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void shouldNoticeAMissingEntryAndAnEmptyChain() {
        append(signed("TRANSFER", "TRANSFER", SHIPPER, shipper), register);
        seals.remove(1);
        assertThat(verify().reason()).isEqualTo("entry 2: it does not follow the one before");
        seals.clear();
        assertThat(verify().sound()).isFalse();
    }

    @Test
    void shouldNoticeAnEntryThatTheRegisterHasNotSealed() {
        Sealer forger = Sealer.fromJwk(Keys.newEcKeyJwk());
        append(signed("TRANSFER", "TRANSFER", SHIPPER, shipper), forger);
        assertThat(verify().reason()).startsWith("entry 3: ");
        assertThat(new ChainCheck(register.publicJwks()).payload(seals.get(2)).isMissingNode())
                .isTrue();
    }

    @Test
    void shouldNoticeAnActSignedByAnotherKeyOrAnotherParty() {
        append(signed("TRANSFER", "TRANSFER", SHIPPER, carrier), register);
        assertThat(verify().reason()).contains("is none of " + SHIPPER);
        seals.remove(2);
        ObjectNode foreign = entry("TRANSFER", CARRIER);
        foreign.put("signedAct", statement("TRANSFER", SHIPPER).signed(carrier));
        append(foreign, register);
        assertThat(verify().reason()).contains("another party signed it");
    }

    @Test
    void shouldNoticeAnotherSignatureOfTheSamePartyThatIsNoAct() {
        ObjectNode entry = entry("TRANSFER", SHIPPER);
        entry.put(
                "signedAct",
                shipper.seal("key+jws", statement("TRANSFER", SHIPPER).json().getBytes(StandardCharsets.UTF_8)));
        append(entry, register);
        assertThat(verify().reason()).contains("not of type act+jws");
    }

    @Test
    void shouldNoticeAnActThatWasSignedForAnotherHeadOrAnotherBill() {
        ObjectNode stale = entry("TRANSFER", SHIPPER);
        stale.put(
                "signedAct",
                Statement.of(BILL, sha(seals.get(0)), "TRANSFER", SHIPPER).signed(shipper));
        append(stale, register);
        assertThat(verify().reason()).contains("builds on another head");
        seals.remove(2);
        ObjectNode foreign = entry("TRANSFER", SHIPPER);
        foreign.put(
                "signedAct", Statement.of("other", head(), "TRANSFER", SHIPPER).signed(shipper));
        append(foreign, register);
        assertThat(verify().reason()).contains("about another bill");
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER,START_TRANSFER,true",
        "TRANSFER,PLEDGE,false",
        "BLANK_ENDORSE,ENDORSE,true",
        "SURRENDER_FOR_DELIVERY,SEND_SURRENDER_FOR_DELIVERY,true",
        "SURRENDER_FOR_DELIVERY,SURRENDER_FOR_AMENDMENT,false",
        "REFUSE_SURRENDER,REFUSE_SURRENDER_FROM_ELSEWHERE,true",
        "SIGN,TRANSFER,false"
    })
    void shouldAcceptOnlyWhatTheActMayBeCalledInTheRecord(String declared, String recorded, boolean sound) {
        append(signed(recorded, declared, SHIPPER, shipper), register);
        assertThat(verify().sound()).as(verify().reason()).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"notBefore=2026-11-21T10:00:00.001Z", "notAfter=" + ACTED, "revokedAt=2026-11-21T09:59:49.999Z"})
    void shouldNoticeAKeyThatWasNotInForceThen(String change) {
        append(signed("TRANSFER", "TRANSFER", SHIPPER, shipper), register);
        keys = new PartyKeys().add(CARRIER, published(carrier)).add(SHIPPER, published(shipper, change));
        assertThat(verify().reason()).startsWith("entry 3: ").endsWith("was not in force then");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T10:00:00.001Z", ACTED, "2026-11-21T09:59:50.000Z"})
    void shouldStillVerifyWhatWasRecordedBeforeARevocationOrWithinTheSkewAfterIt(String revokedAt) {
        assertThat(PartyKeys.REVOCATION_SKEW).hasSeconds(10);
        append(signed("TRANSFER", "TRANSFER", SHIPPER, shipper), register);
        keys = new PartyKeys()
                .add(CARRIER, published(carrier))
                .add(SHIPPER, published(shipper, "revokedAt=" + revokedAt));
        assertThat(verify().sound()).as(verify().reason()).isTrue();
    }

    @Test
    void shouldNoticeThatAnotherRecipientIsRecordedThanWasSigned() {
        ObjectNode entry = signed("TRANSFER", "TRANSFER", SHIPPER, shipper);
        ((ObjectNode) entry.at("/transactions/0/recipient")).put("eblPlatform", "TGTB");
        append(entry, register);
        assertThat(verify().reason()).isEqualTo("entry 3: a recipient on TGTA was signed, one on TGTB is recorded");
    }

    @Test
    void shouldNoticeThatTheRegisterCallsItselfAnotherPlatform() {
        ObjectNode entry = signed("TRANSFER", "TRANSFER", SHIPPER, shipper);
        ((ObjectNode) entry.at("/transactions/0/recipient")).put("eblPlatform", "TGTB");
        ((ObjectNode) entry.at("/transactions/0/actor")).put("eblPlatform", "TGTB");
        append(entry, register);
        assertThat(verify().reason())
                .isEqualTo("entry 3: it was done on platform TGTB, what was signed before on TGTA");
    }

    @Test
    void shouldNoticeAStatementThatCanBeReadInTwoWays() {
        String json = SampleAct.signed(statement("TRANSFER", SHIPPER), "TRANSFER", "TRANSFER")
                .json();
        String twice = json.replace("\"recipient\":", "\"recipient\":{\"party\":\"GLEIF:OTHER\"},\"recipient\":");
        append(
                signed("TRANSFER", "TRANSFER", SHIPPER, shipper).put("signedAct", Statement.sign(twice, shipper)),
                register);
        assertThat(verify().reason()).startsWith("entry 3: Duplicate field 'recipient'");
    }

    @Test
    void shouldAcceptABillThatWasSignedForInCapitals() {
        Statement signed = Statement.of(BILL.toUpperCase(Locale.ROOT), head(), "SIGN", SHIPPER);
        append(signed("SIGN", "SIGN", SHIPPER, shipper).put("signedAct", signed.signed(shipper)), register);
        assertThat(verify().reason()).isEmpty();
    }

    @Test
    void shouldCountWhatIsFromBeforeSignedActs() {
        seals.clear();
        append(entry("DRAFT", CARRIER), register);
        append(entry("ISSUE", CARRIER), register);
        append(entry("TRANSFER", SHIPPER), register);
        append(entry("TRANSFER_REFUSED", ""), register);
        assertThat(verify())
                .isEqualTo(new ChainCheck.Result(
                        true, "", List.of("DRAFT", "ISSUE", "TRANSFER", "TRANSFER_REFUSED"), 0, 2));
        append(signed("SIGN", "SIGN", SHIPPER, shipper), register);
        assertThat(verify().sound()).isTrue();
        assertThat(verify().signed()).isOne();
        assertThat(verify().beforeSignedActs()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"TRANSFER," + SHIPPER, "TRANSFER,", "VOID," + CARRIER, "FLY,"})
    void shouldNoticeAnUnsignedActAfterASignedOneWhoeverIsSaidToHaveActed(String act, String party) {
        append(entry(act, party == null ? "" : party), register);
        assertThat(verify().reason())
                .isEqualTo("entry 3: the act of " + (party == null ? "nobody" : party) + " is not signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "START_NOTIFICATION"})
    void shouldNoticeATransactionInAnEntryThatNobodySigns(String act) {
        ObjectNode entry = SampleAct.record(entry(act, CARRIER), "TRANSFER", act, CARRIER);
        append(entry, register);
        assertThat(verify().reason()).isEqualTo("entry 3: " + act + " moves something, and nobody signed it");
    }

    @Test
    void shouldNoticeAnEntryWithAnotherNumber() {
        append(signed("SIGN", "SIGN", SHIPPER, shipper).put("sequence", 4), register);
        assertThat(verify().reason()).isEqualTo("entry 3: its number is another");
    }

    @Test
    void shouldNoticeAnEntryOfAnotherBill() {
        ObjectNode entry = signed("TRANSFER", "TRANSFER", SHIPPER, shipper);
        entry.put("billId", "another");
        append(entry, register);
        assertThat(verify().reason()).isEqualTo("entry 3: it is of another bill");
    }

    private ChainCheck.Result verify() {
        return new ChainCheck(register.publicJwks(), keys).verify(seals);
    }

    private void append(ObjectNode entry, Sealer sealer) {
        seals.add(sealer.seal(entry.toString()));
    }

    private ObjectNode entry(String act, String party) {
        ObjectNode entry = JSON.createObjectNode().put("billId", BILL).put("sequence", seals.size() + 1);
        if (!seals.isEmpty()) {
            entry.put("previous", head());
        }
        entry.put("act", act).put("recordedAt", ACTED);
        return party.isEmpty() ? entry : entry.put("party", party);
    }

    private ObjectNode signed(String recorded, String declared, String party, Sealer key) {
        Statement statement = SampleAct.signed(statement(declared, party), declared, recorded);
        return SampleAct.record(entry(recorded, party), declared, recorded, party)
                .put("signedAct", statement.signed(key));
    }

    private Statement statement(String act, String party) {
        return Statement.of(BILL, head(), act, party);
    }

    private String head() {
        return sha(seals.get(seals.size() - 1));
    }

    private static ArrayNode published(Sealer key, String... changes) {
        ArrayNode all = JSON.createArrayNode();
        try {
            ObjectNode one = all.addObject();
            one.set("jwk", JSON.readTree(key.publicJwk()));
            one.put("notBefore", "2026-01-01T00:00:00Z").put("notAfter", "2027-01-01T00:00:00Z");
            for (String change : changes) {
                one.put(change.split("=")[0], change.split("=")[1]);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static String sha(String seal) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(seal.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
