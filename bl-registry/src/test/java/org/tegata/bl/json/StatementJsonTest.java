package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bl.domain.ActStatement;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.TitleAct;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/** What a party signs is evidence: it is read to the letter, or not at all. */
class StatementJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = """
            {"billId":"01981b4e-5f00-7a31-8c42-6d0f5e3a7b20","head":"%s","act":"%%s",
             "actor":"GLEIF:TGTASHIPPER000000139","signedAt":"2026-11-21T10:00:00.123456Z"}
            """.formatted("4e".repeat(32));

    /** Which member goes with which act, besides those that go with every one. */
    private static final Map<String, Set<TitleAct>> MEMBERS = Map.of(
            "recipient",
            Set.of(TitleAct.TRANSFER, TitleAct.PLEDGE, TitleAct.ENDORSE, TitleAct.ENDORSE_TO_ORDER),
            "reasonCode",
            Set.of(TitleAct.SURRENDER_FOR_AMENDMENT),
            "comments",
            Set.of(
                    TitleAct.REJECT_TRANSFER,
                    TitleAct.REFUSE_SURRENDER,
                    TitleAct.SURRENDER_FOR_DELIVERY,
                    TitleAct.SURRENDER_FOR_AMENDMENT),
            "originals",
            Set.of(TitleAct.ISSUE, TitleAct.SWITCH_TO_PAPER),
            "issuanceManifestSignedContent",
            Set.of(TitleAct.ISSUE));

    private static final Map<String, String> VALUES = Map.of(
            "recipient",
            "{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"partyName\":\"みなと信託銀行\",\"eblPlatform\":\"TGTB\"}",
            "reasonCode",
            "\"SWTP\"",
            "comments",
            "\"Freight is unpaid\"",
            "originals",
            "3",
            "issuanceManifestSignedContent",
            "\"a.b.c\"");

    private static ObjectNode json(TitleAct act) {
        return (ObjectNode) tree(BASE.formatted(act));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ActStatement read(String json) {
        return StatementJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(RequestProblem.MALFORMED_REQUEST));
    }

    @ParameterizedTest
    @EnumSource(TitleAct.class)
    void shouldTakeTheMembersOfItsActAndNoOther(TitleAct act) {
        var all = json(act).put("place", "Kobe");
        MEMBERS.forEach((member, acts) -> {
            var with = json(act);
            with.set(member, tree(VALUES.get(member)));
            if (acts.contains(act)) {
                all.set(member, with.get(member));
            } else {
                refused(with.toString());
            }
        });
        var statement = read(all.toString());

        assertThat(read(new String(StatementJson.write(statement), StandardCharsets.UTF_8)))
                .isEqualTo(statement);
        assertThat(statement.signedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00.123Z"));
        assertThat(statement.place()).isEqualTo("Kobe");
    }

    @Test
    void shouldBeWrittenTheSameWayAlways() {
        var json = json(TitleAct.SURRENDER_FOR_AMENDMENT)
                .put("place", "Kobe")
                .put("comments", "Two originals, please")
                .put("reasonCode", "SWTP");
        var statement = read(json.toString());

        assertThat(statement.reasonCode()).isEqualTo(SurrenderReason.SWTP);
        assertThat(new String(StatementJson.write(statement), StandardCharsets.UTF_8))
                .isEqualTo("{\"billId\":\"01981b4e-5f00-7a31-8c42-6d0f5e3a7b20\",\"head\":\"" + "4e".repeat(32)
                        + "\",\"act\":\"SURRENDER_FOR_AMENDMENT\",\"actor\":\"GLEIF:TGTASHIPPER000000139\","
                        + "\"signedAt\":\"2026-11-21T10:00:00.123Z\",\"reasonCode\":\"SWTP\","
                        + "\"comments\":\"Two originals, please\",\"place\":\"Kobe\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"billId", "head", "act", "actor"})
    void shouldLackNothingThatSaysWhoDoesWhatToWhich(String member) {
        var without = json(TitleAct.SIGN);
        without.remove(member);
        refused(without.toString());
        refused(json(TitleAct.SIGN).putNull(member).toString());
        refused(json(TitleAct.SIGN).put(member, 7).toString());
        refused(json(TitleAct.SIGN).put(member, "").toString());
    }

    @Test
    void shouldNeedNoTimeBeforeTheRegisterSigns() {
        var json = json(TitleAct.SIGN);
        json.remove("signedAt");

        assertThat(read(json.toString()).signedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TRANSFER | recipient | `\"GLEIF:TGTACONFBANK00000187\"`",
                "TRANSFER | recipient | `{}`",
                "TRANSFER | recipient | `{\"party\":\"TGTACONFBANK00000187\"}`",
                "TRANSFER | recipient | `{\"party\":\"GLEIF:TGTACONFBANK00000188\"}`",
                "TRANSFER | recipient | `{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"name\":\"x\"}`",
                "TRANSFER | recipient | `{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"eblPlatform\":\"TGTAB\"}`",
                "TRANSFER | recipient | `{\"party\":\"GLEIF:TGTACONFBANK00000187\",\"partyName\":\" x\"}`",
                "TRANSFER | signedAt | `\"2026-11-21T10:00:00\"`",
                "TRANSFER | signedAt | `\"2026-11-21T19:00:00+09:00\"`",
                "TRANSFER | signedAt | `\"2026-02-30T10:00:00Z\"`",
                "TRANSFER | signedAt | `1763719200`",
                "TRANSFER | head | `\"4E4E\"`",
                "TRANSFER | billId | `\"1-1-1-1-1\"`",
                "TRANSFER | act | `\"transfer\"`",
                "TRANSFER | act | `\"SACC\"`",
                "TRANSFER | place | `\"Ko\\u0000be\"`",
                "TRANSFER | place | `\"Ko\\u0085be\"`",
                "TRANSFER | place | `\"Ko\\ud83dbe\"`",
                "TRANSFER | place | `\"\"`",
                "TRANSFER | place | `[\"Kobe\"]`",
                "SURRENDER_FOR_AMENDMENT | reasonCode | `\"swtp\"`",
                "SWITCH_TO_PAPER | originals | `0`",
                "SWITCH_TO_PAPER | originals | `100`",
                "SWITCH_TO_PAPER | originals | `3.0`",
                "SWITCH_TO_PAPER | originals | `\"3\"`",
                "SWITCH_TO_PAPER | originals | `4294967299`",
                "SIGN | remark | `\"x\"`",
            })
    void shouldRefuseWhatCouldBeReadInTwoWays(TitleAct act, String member, String value) {
        refused(json(act).put(member, "here").toString().replace("\"here\"", value));
    }

    @Test
    void shouldHoldTheLengthsOfDcsa() {
        var emoji = "\uD83D\uDEA2";
        assertThat(read(json(TitleAct.REJECT_TRANSFER)
                                .put("comments", emoji.repeat(255))
                                .put("place", "x".repeat(100))
                                .toString())
                        .comments())
                .hasSize(510);
        refused(json(TitleAct.REJECT_TRANSFER).put("comments", "x".repeat(256)).toString());
        refused(json(TitleAct.SIGN).put("place", "x".repeat(101)).toString());
        var named = json(TitleAct.TRANSFER);
        named.putObject("recipient").put("party", "GLEIF:TGTACONFBANK00000187").put("partyName", "x".repeat(71));
        refused(named.toString());
        refused(json(TitleAct.ISSUE)
                .put("issuanceManifestSignedContent", "x".repeat(32 * 1024 + 1))
                .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "{", "{}", "{\"act\":\"SIGN\",\"act\":\"VOID\"}"})
    void shouldRefuseWhatIsNoStatement(String json) {
        refused(json);
    }

    @Test
    void shouldRefuseMembersTwiceAndAnythingAfterTheEnd() {
        var sign = json(TitleAct.SIGN).toString();
        refused(sign.replace("\"act\":\"SIGN\"", "\"act\":\"VOID\",\"act\":\"SIGN\""));
        refused(sign + "{}");
        assertThat(read(sign + "\n").act()).isEqualTo(TitleAct.SIGN);
    }

    @Test
    void shouldRefuseOtherEncodings() {
        var sign = json(TitleAct.SIGN).put("place", "é").toString();
        assertThatThrownBy(() -> StatementJson.read(sign.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> StatementJson.read(sign.getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Rejected.class);
    }
}
