package org.tegata.bill.dcsa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;

/** What DCSA asks of attributes together, in its descriptions: of a document whose attributes have their form. */
final class AttributeConditions {

    private static final String PARTIES = "/documentParties";
    private static final String ISSUER_CODES = PARTIES + "/issuingParty/identifyingCodes";

    private static final String PROVIDER = "codeListProvider";

    private AttributeConditions() {}

    static void check(JsonNode document, List<Finding> found) {
        boolean toOrder = document.path("isToOrder").booleanValue();
        var parties = document.path("documentParties");
        if (toOrder && "SWB".equals(document.path("transportDocumentTypeCode").textValue())) {
            error(found, "/isToOrder", "a sea waybill is never to order", "海上運送状は指図式にできません。", "true", "false");
        }
        if (!toOrder && !parties.has("consignee")) {
            error(found, PARTIES, "a straight bill names its consignee", "記名式の書類には荷受人が必要です。", null, "consignee");
        }
        if (!toOrder && parties.has("endorsee")) {
            error(
                    found,
                    PARTIES + "/endorsee",
                    "only a bill to order has an endorsee",
                    "被裏書人があるのは指図式の場合だけです。",
                    null,
                    "no endorsee, or isToOrder true");
        }
        if (toOrder && parties.has("consignee")) {
            warning(
                    found,
                    PARTIES + "/consignee",
                    "a bill to order has an endorsee or none, not a consignee",
                    "指図式の書類に荷受人は記載しません。");
        }
        issuer(document, found);
        codes(parties, "/documentParties", found);
        if (document.has("shippedOnBoardDate")
                != document.path("isShippedOnBoardType").booleanValue()) {
            warning(
                    found,
                    "/isShippedOnBoardType",
                    "says otherwise than whether there is a shippedOnBoardDate",
                    "船積日(shippedOnBoardDate)の有無と一致しません。");
        }
    }

    private static void issuer(JsonNode document, List<Finding> found) {
        PartyId named = null;
        for (JsonNode code : document.at(ISSUER_CODES)) {
            String provider = code.path(PROVIDER).asText();
            named = named == null ? party(provider, code.path("partyCode").asText()) : named;
        }
        String provider = document.path("carrierCodeListProvider").asText();
        String carrier = document.path("carrierCode").asText();
        if (named == null && party(provider, carrier) == null) {
            error(found, "/carrierCode", "no code names the carrier", "運送人を示すコードがありません。", carrier, "a code");
        }
    }

    /** One party has one LEI: readers that take one or the other of two would not agree on who acts. */
    private static void codes(JsonNode parent, String at, List<Finding> found) {
        if (parent.isArray()) {
            for (int i = 0; i < parent.size(); i++) {
                codes(parent.get(i), at + "/" + i, found);
            }
            return;
        }
        parent.properties().forEach(member -> {
            String place = at + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            if (member.getKey().equals("identifyingCodes")) {
                leis(member.getValue(), place, found);
            } else if (member.getValue().isContainerNode()) {
                codes(member.getValue(), place, found);
            }
        });
    }

    private static void leis(JsonNode codes, String at, List<Finding> found) {
        var leis = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            if (!PartyId.GLEIF.equals(code.path(PROVIDER).textValue())) {
                continue;
            }
            leis.add(code.path("partyCode").asText());
            String list = code.path("codeListName").asText("LEI");
            if (!list.equals("LEI")) {
                String place = at + "/" + i + "/codeListName";
                error(found, place, "GLEIF's codes are LEIs", "GLEIF のコードは LEI だけです。", list, "LEI");
            }
        }
        if (leis.size() > 1) {
            error(
                    found,
                    at,
                    "a party has two LEIs",
                    "一当事者に二つの LEI があります。",
                    String.join(", ", leis.stream().sorted().limit(5).toList()),
                    "one LEI");
        }
    }

    private static @Nullable PartyId party(String codeListProvider, String partyCode) {
        try {
            return new PartyId(codeListProvider, partyCode);
        } catch (IllegalArgumentException notOurForm) {
            // Another platform's spelling: the party is still named, it just cannot act here.
            return null;
        }
    }

    private static void error(
            List<Finding> found,
            String at,
            String message,
            String messageJa,
            @Nullable String actual,
            @Nullable String expected) {
        add(found, Severity.ERROR, at, message, messageJa, actual, expected);
    }

    private static void warning(List<Finding> found, String at, String message, String messageJa) {
        add(found, Severity.WARNING, at, message, messageJa, null, null);
    }

    private static void add(
            List<Finding> found,
            Severity severity,
            String at,
            String message,
            String messageJa,
            @Nullable String actual,
            @Nullable String expected) {
        found.add(
                new Finding(AttributeCheck.CONDITION, severity, at, message, messageJa, actual, expected, null, null));
    }
}
