package org.tegata.bl.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.Print;
import org.tegata.bl.domain.PrintedBill;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.Visualisation;
import org.tegata.outbox.OneTrip;
import org.tegata.outbox.OneTrip.Part;
import org.tegata.outbox.StorageFailure;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.seal.CanonicalJson;
import org.tegata.xml.Digest;

/** Records in PostgreSQL: what is read is verified from the seals alone. */
@ApplicationScoped
class SqlBills implements Bills {

    private static final String NUMBER = "INSERT INTO bill_numbers"
            + " (carrier, reference, transport_document_checksum, bill_id) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING RETURNING 1";

    private static final String HEAD = "opened AS (INSERT INTO bills (id, version, head) SELECT ?, ?, ? FROM gate)";

    private static final String DOCUMENT = "document AS (INSERT INTO bill_documents"
            + " (bill_id, content, name, media_type, transport_document) SELECT ?, ?, ?, ?, ? FROM gate)";

    private static final String PLACE =
            "INSERT INTO successors (replaced, successor) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String PASS_NUMBER_ON =
            "UPDATE bill_numbers SET live = false WHERE bill_id = ? AND carrier = ? AND reference = ?";

    /** Of what was never issued there is no signed manifest. */
    private static final String PRINTED = "SELECT b.head, EXISTS (SELECT 1 FROM successors s"
            + " JOIN issuance_manifests m ON m.bill_id = s.successor WHERE s.replaced = b.id)"
            + " FROM bills b JOIN bill_numbers n ON n.bill_id = b.id JOIN issuance_manifests i ON i.bill_id = b.id"
            + " WHERE b.id = ? AND left(n.transport_document_checksum, ?) = ? AND EXISTS"
            + " (SELECT 1 FROM bill_entries e WHERE e.bill_id = b.id AND left(e.checksum, ?) = ?)";

    private final Rows rows;
    private final OneTrip oneTrip;
    private final RegisterSeal seal;
    private final Memory memory;
    private final String platform;

    SqlBills(Rows rows, OneTrip oneTrip, RegisterSeal seal, Memory memory, RegistryConfig config) {
        this.rows = rows;
        this.oneTrip = oneTrip;
        this.seal = seal;
        this.memory = memory;
        this.platform = config.eblPlatform();
    }

    /** The rows of one bill, head and entries of one moment. */
    private record Stored(UUID id, long version, String head, List<String> seals) {}

    @Override
    public BillRecord record(UUID id) {
        var found = stored(
                "SELECT b.id, b.version, b.head, e.seal FROM bills b LEFT JOIN bill_entries e ON e.bill_id = b.id"
                        + " WHERE b.id = ? ORDER BY e.sequence",
                id);
        if (found.isEmpty()) {
            throw new Rejected(RequestProblem.NOT_FOUND, RequestProblem.NOT_FOUND.title());
        }
        var record = verified(found.get(0));
        memory.seen(record.atHead());
        return record;
    }

    private List<Stored> stored(String sql, @Nullable Object... values) {
        Map<UUID, Stored> found = new LinkedHashMap<>();
        rows.select(
                sql,
                row -> {
                    var id = row.getObject(1, UUID.class);
                    var one = found.get(id);
                    if (one == null) {
                        one = new Stored(id, row.getLong(2), row.getString(3), new ArrayList<>());
                        found.put(id, one);
                    }
                    var text = row.getString(4);
                    return text != null && one.seals.add(text);
                },
                values);
        return List.copyOf(found.values());
    }

    private BillRecord verified(Stored stored) {
        var record = seal.verified(stored.id, stored.version, stored.head, stored.seals);
        var entries = record.stream().map(SealedEntry::entry).toList();
        try {
            return new BillRecord(Bill.of(platform, entries), record);
        } catch (Rejected | IllegalArgumentException impossible) {
            throw RegisterSeal.corrupt(stored.id, "it cannot have happened so");
        }
    }

    @Override
    public Optional<BillAtHead> remembered(UUID id, String head) {
        return memory.at(id, head);
    }

    @Override
    public BillAtHead locked(UUID id) {
        rows.select("SELECT 1 FROM bills WHERE id = ? FOR UPDATE", row -> true, id);
        return record(id).atHead();
    }

    @Override
    public Optional<Bill> withTransportDocument(String checksum) {
        return bill("SELECT bill_id FROM bill_numbers WHERE transport_document_checksum = ?", checksum);
    }

    @Override
    public Optional<Bill> withNumber(String carrier, String reference) {
        return bill(
                "SELECT bill_id FROM bill_numbers WHERE carrier = ? AND reference = ? AND live", carrier, reference);
    }

    private Optional<Bill> bill(String sql, @Nullable Object... values) {
        return rows.select(sql, row -> row.getObject(1, UUID.class), values).stream()
                .findFirst()
                .map(this::require);
    }

    @Override
    public List<BillAtHead> ofParty(PartyId party, @Nullable UUID before, int limit) {
        var found = stored(
                "WITH page AS (SELECT bill_id FROM bill_parties WHERE party = ?"
                        + " AND (?::uuid IS NULL OR bill_id < ?::uuid) ORDER BY bill_id DESC LIMIT ?)"
                        + " SELECT b.id, b.version, b.head, e.seal FROM page p JOIN bills b ON b.id = p.bill_id"
                        + " JOIN bill_entries e ON e.bill_id = b.id ORDER BY b.id DESC, e.sequence",
                party.toString(),
                before,
                before,
                limit);
        return found.stream().map(one -> verified(one).atHead()).toList();
    }

    @Override
    public Optional<UUID> successor(UUID id) {
        return rows
                .select("SELECT successor FROM successors WHERE replaced = ?", row -> row.getObject(1, UUID.class), id)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<PrintedBill> printed(Print print) {
        return rows
                .select(
                        PRINTED,
                        row -> Map.entry(row.getString(1), row.getBoolean(2)),
                        print.billId(),
                        Print.LENGTH,
                        print.document(),
                        Print.LENGTH,
                        print.head())
                .stream()
                .findFirst()
                .map(found -> new PrintedBill(
                        memory.at(print.billId(), found.getKey())
                                .orElseGet(() -> record(print.billId()).atHead()),
                        found.getValue()))
                .filter(found -> isOf(print, found));
    }

    /** What is sealed decides, not the columns by which it was found. */
    private static boolean isOf(Print print, PrintedBill found) {
        var bill = found.now().bill();
        return bill.terms().transportDocumentChecksum().startsWith(print.document())
                && !bill.transactions().isEmpty();
    }

    @Override
    public boolean open(Decision decision, BillDocument document, @Nullable String issuanceManifest) {
        var bill = decision.bill();
        boolean replaces = takePlace(bill);
        var sealed = seal.seal(decision.entries(), null);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(
                HEAD, bill.id(), bill.version(), sealed.get(sealed.size() - 1).checksum()));
        parts.add(document(bill.id(), document));
        parts.add(KeptAct.entries(sealed));
        parts.add(KeptAct.readers(bill.id(), bill.parties().toArray(String[]::new)));
        if (issuanceManifest != null) {
            parts.add(KeptAct.manifest(bill.id(), issuanceManifest));
        }
        try {
            boolean opened = oneTrip.run(number(bill), parts, List.of());
            if (!opened && replaces) {
                // what was done for the successor is undone with the transaction
                throw new Rejected(BillProblem.BILL_NUMBER_TAKEN, BillProblem.BILL_NUMBER_TAKEN.title());
            }
            return opened;
        } catch (SQLException failed) {
            throw new StorageFailure(failed);
        }
    }

    /** Takes the place of the bill that this one replaces, if it replaces one here, and its number. */
    private boolean takePlace(Bill bill) {
        var terms = bill.terms();
        var replaced = terms.predecessor() == null ? null : terms.predecessor().billId();
        if (replaced == null) {
            return false;
        }
        if (rows.change(PLACE, replaced, bill.id()) == 0) {
            throw new Rejected(BillProblem.ALREADY_REPLACED, BillProblem.ALREADY_REPLACED.title());
        }
        rows.change(PASS_NUMBER_ON, replaced, terms.carrier().reference(), terms.transportDocumentReference());
        return true;
    }

    private static Part number(Bill bill) {
        var terms = bill.terms();
        return Part.of(
                NUMBER,
                terms.carrier().reference(),
                terms.transportDocumentReference(),
                terms.transportDocumentChecksum(),
                bill.id());
    }

    private static Part document(UUID billId, BillDocument document) {
        var shown = document.visualisation();
        return Part.of(
                DOCUMENT,
                billId,
                shown == null ? null : shown.content(),
                shown == null ? null : shown.name(),
                shown == null ? null : shown.mediaType(),
                document.transportDocument());
    }

    @Override
    public BillDocument document(Bill bill) {
        var document = rows
                .select(
                        "SELECT name, media_type, content, transport_document FROM bill_documents WHERE bill_id = ?",
                        row -> {
                            var content = row.getBytes(3);
                            var shown = content == null
                                    ? null
                                    : new Visualisation(row.getString(1), row.getString(2), content);
                            return new BillDocument(shown, row.getString(4));
                        },
                        bill.id())
                .stream()
                .findFirst()
                .orElseThrow(() -> RegisterSeal.corrupt(bill.id(), "its document is missing"));
        if (!isSealed(document, bill.terms())) {
            throw RegisterSeal.corrupt(bill.id(), "its document is not the one that was sealed");
        }
        return document;
    }

    private static boolean isSealed(BillDocument document, BillTerms terms) {
        var shown = document.visualisation();
        var text = document.transportDocument();
        var lodged = terms.transportDocumentDigest();
        return Objects.equals(shown == null ? null : Digest.sha256Hex(shown.content()), terms.documentDigest())
                && CanonicalJson.sha256Hex(text).equals(terms.transportDocumentChecksum())
                && (lodged == null || lodged.equals(Digest.sha256Hex(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public Optional<String> issuanceManifest(UUID id) {
        return rows.select("SELECT jws FROM issuance_manifests WHERE bill_id = ?", row -> row.getString(1), id).stream()
                .findFirst();
    }
}
