package org.tegata.bl.pdf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tegata.bl.pdf.Paper.Act;
import org.tegata.bl.pdf.Paper.Attachment;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Paper.Fact;

/** Papers of the sample bill. */
final class Papers {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String HEAD = "5d0c5c0a3b1c6e2f4f0a8d3e7b9c1a2d4e6f8091a3b5c7d9e1f20314253647ab";
    static final String CHECKSUM = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    static final String VERIFICATION = "http://localhost:8083/verify/019a9f6e-7c41-7d1a-9f25-3d0a6f1f7b10"
            + "?head=5d0c5c0a3b1c6e2f&document=0f1e2d3c4b5a6978";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Papers() {}

    static ObjectNode sampleBill() {
        try (var json = Papers.class.getResourceAsStream("/pdf/sample-bill.json")) {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The sample bill with so many containers, each with a line of goods. */
    static ObjectNode containers(int count) {
        var bill = sampleBill();
        var equipments = bill.withArray("utilizedTransportEquipments");
        var items = bill.withArray("consignmentItems");
        var equipment = equipments.get(0).deepCopy();
        var item = items.get(0).deepCopy();
        equipments.removeAll();
        items.removeAll();
        for (int i = 0; i < count; i++) {
            var number = "SOLU%07d".formatted(4172502 + i);
            var one = (ObjectNode) equipment.deepCopy();
            ((ObjectNode) one.get("equipment")).put("equipmentReference", number);
            equipments.add(one);
            var goods = (ObjectNode) item.deepCopy();
            ((ObjectNode) goods.get("cargoItems").get(0)).put("equipmentReference", number);
            items.add(goods);
        }
        return bill;
    }

    static Paper original(JsonNode document) {
        return paper(true, document, List.of());
    }

    static Paper copy(JsonNode document) {
        return paper(false, document, List.of());
    }

    static Paper paper(boolean original, JsonNode document, List<Attachment> attachments) {
        var marking = original
                ? new Bilingual("ORIGINAL", "原本")
                : new Bilingual("COPY – NOT THE RECORD", "写し（電子船荷証券記録ではありません）");
        var kind = "SWB".equals(document.path("transportDocumentTypeCode").asText())
                ? Paper.Kind.SEA_WAYBILL
                : Paper.Kind.BILL_OF_LADING;
        return new Paper(
                original,
                marking,
                kind,
                document.path("transportDocumentReference").asText(),
                "019a9f6e-7c41-7d1a-9f25-3d0a6f1f7b10",
                "4",
                HEAD,
                CHECKSUM,
                NOON,
                VERIFICATION,
                new Bilingual(
                        "Issued by Setouchi Ocean Line Co., Ltd. (GLEIF:TGTACARRIER000000165), recorded "
                                + "2026-11-10T09:00:00.000Z, entry 2, seal " + CHECKSUM,
                        "上記運送人が電子的に発行（記録番号2）"),
                List.of(
                        new Fact(new Bilingual("State", "状態"), "ISSUED"),
                        new Fact(
                                new Bilingual("Holder", "占有者（支配者）"),
                                "Tegata Advising Bank (GLEIF:TGTAADVBANK000000127, TGTA)"),
                        new Fact(new Bilingual("To the order of", "指図人"), "Elbe Werkzeughandel GmbH")),
                List.of(),
                List.of(),
                acts(),
                document,
                List.of(),
                attachments);
    }

    private static List<Act> acts() {
        return List.of(
                new Act("1", "2026-11-10T08:59:00.000Z", new Bilingual("draft", "下書き"), CHECKSUM),
                new Act(
                        "2",
                        "2026-11-10T09:00:00.000Z",
                        new Bilingual(
                                "Setouchi Ocean Line Co., Ltd. issued the bill to Hanshin Seiki K.K.",
                                "Setouchi Ocean Line Co., Ltd. が Hanshin Seiki K.K. に対し証券を発行"),
                        HEAD),
                new Act(
                        "3",
                        "2026-11-12T09:00:00.000Z",
                        new Bilingual("Hanshin Seiki K.K. endorsed the bill in blank", "Hanshin Seiki K.K. が白地裏書"),
                        CHECKSUM));
    }

    static Attachment attachment(String name, String mediaType, String content) {
        return new Attachment(
                name,
                mediaType,
                Paper.Relationship.SOURCE,
                "The document as it came",
                content.getBytes(StandardCharsets.UTF_8));
    }
}
