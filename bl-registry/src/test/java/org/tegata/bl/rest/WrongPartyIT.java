package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.recipient;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.TitleAct;
import org.tegata.embedded.InfraTestResource;

/** Every act by every party in every main state: it is done by whom the table names, and by nobody else. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class WrongPartyIT {

    private static final List<PartyId> PARTIES = List.of(CARRIER, SHIPPER, BANK, ISSUING_BANK);

    /** Who may do what; all else is refused. ISSUING_BANK is a stranger to all of these bills. */
    private static final Map<String, Map<PartyId, Set<String>>> MAY = Map.of(
            "DRAFT",
            Map.of(CARRIER, Set.of("ISSUE", "VOID")),
            "ISSUED",
            Map.of(
                    CARRIER,
                    Set.of("VOID"),
                    SHIPPER,
                    Set.of(
                            "TRANSFER",
                            "ENDORSE",
                            "ENDORSE_TO_ORDER",
                            "BLANK_ENDORSE",
                            "SIGN",
                            "PLEDGE",
                            "SURRENDER_FOR_DELIVERY",
                            "SURRENDER_FOR_AMENDMENT")),
            "TRANSFERRED",
            Map.of(BANK, Set.of("TRANSFER", "REJECT_TRANSFER", "SIGN", "PLEDGE")),
            "PLEDGED",
            Map.of(BANK, Set.of("RELEASE", "SIGN")),
            "PENDING",
            Map.of(CARRIER, Set.of("ACCEPT_SURRENDER", "REFUSE_SURRENDER")),
            "PAPER",
            Map.of(CARRIER, Set.of("SWITCH_TO_PAPER", "REFUSE_SURRENDER")),
            "SURRENDERED",
            Map.of(),
            "VOIDED",
            Map.of());

    private static String billThatIs(String state) {
        register();
        if (state.equals("DRAFT")) {
            return Registry.draft(Registry.xml(Registry.newNumber())).path("id");
        }
        var id = issued();
        switch (state) {
            case "TRANSFERRED" -> done(transfer(SHIPPER, BANK, id, 2));
            case "PLEDGED" -> done(act(SHIPPER, id, 2, "PLEDGE", recipient(BANK, "TGTA")));
            case "PENDING" -> done(surrender(SHIPPER, id, 2));
            case "PAPER" -> done(act(SHIPPER, id, 2, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", "SWTP")));
            case "SURRENDERED" -> {
                done(surrender(SHIPPER, id, 2));
                done(act(CARRIER, id, 3, "ACCEPT_SURRENDER", Map.of()));
            }
            case "VOIDED" -> done(act(CARRIER, id, 2, "VOID", Map.of()));
            default -> read(SHIPPER, id).then().body("status", equalTo(state));
        }
        return id;
    }

    private static void done(Response answer) {
        answer.then().statusCode(200);
    }

    private static Map<String, ?> members(String act) {
        return switch (act) {
            case "TRANSFER", "PLEDGE", "ENDORSE", "ENDORSE_TO_ORDER" -> recipient(ISSUING_BANK, "TGTA");
            case "SWITCH_TO_PAPER" -> Map.of("originals", 3, "place", "Kobe");
            default -> Map.of();
        };
    }

    static Stream<String> states() {
        return MAY.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void shouldRefuseEveryActOfEveryWrongParty(String state) {
        var id = billThatIs(state);
        var before = read(CARRIER, id).asString();
        long version = JsonPath.from(before).getLong("version");
        for (var party : PARTIES) {
            boolean stranger = read(party, id).statusCode() == 404;
            for (var act : TitleAct.values()) {
                boolean may = MAY.get(state).getOrDefault(party, Set.of()).contains(act.name());
                var told = as(party).get("/bills/" + id + "/acts");
                if (stranger) {
                    told.then().statusCode(404);
                } else {
                    told.then().body("acts.find { it.act == '" + act + "' }.allowed", equalTo(may));
                }
                if (!may) {
                    var answer = act(party, id, version, act.name(), members(act.name()));
                    assertThat(answer.statusCode())
                            .as("%s %s %s", state, party, act)
                            .isIn(403, 404, 409);
                    assertThat(answer.statusCode() == 404).isEqualTo(stranger);
                    if (!stranger) {
                        told.then()
                                .body(
                                        "acts.find { it.act == '" + act + "' }.refusal.type",
                                        equalTo(answer.path("type")));
                    }
                }
            }
        }
        assertThat(read(CARRIER, id).asString()).isEqualTo(before);
    }
}
