package org.tegata.bl.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.RegisterKeys;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.problem.Rejected;
import org.tegata.seal.CanonicalJson;
import org.tegata.seal.SealRejected;
import org.tegata.seal.SealVerifier;
import org.tegata.seal.Sealer;
import org.tegata.seal.TrustedKeys;

/** Seals entries with the register's key, each over the hash of the one before, and verifies a whole record. */
@ApplicationScoped
class RegisterSeal implements RegisterKeys {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sealer sealer;
    private final SealVerifier verifier;
    private final String publicJwks;

    @Inject
    RegisterSeal(RegistryConfig config) {
        this(Sealer.fromFile(config.sealKey()), config.retiredSealKeys().map(RegisterSeal::read));
    }

    RegisterSeal(Sealer sealer, Optional<String> retiredJwks) {
        this.sealer = sealer;
        this.publicJwks =
                retiredJwks.map(old -> union(sealer.publicJwks(), old)).orElse(sealer.publicJwks());
        this.verifier = new SealVerifier(TrustedKeys.fromJwks(publicJwks));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the retired seal keys cannot be read from " + file, unreadable);
        }
    }

    private static String union(String current, String retired) {
        try {
            var keys = JSON.createArrayNode();
            JSON.readTree(current).path("keys").forEach(keys::add);
            JSON.readTree(retired).path("keys").forEach(keys::add);
            return JSON.createObjectNode().set("keys", keys).toString();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the retired seal keys are not a JWK set", unreadable);
        }
    }

    @Override
    public String publicJwks() {
        return publicJwks;
    }

    @Override
    public String sign(String type, byte[] payload) {
        return sealer.seal(type, payload);
    }

    /** Seals what follows on the entry with that checksum, each entry over the one before. */
    List<SealedEntry> seal(List<RegisterEntry> entries, @Nullable String previousChecksum) {
        List<SealedEntry> sealed = new ArrayList<>(entries.size());
        var previous = previousChecksum;
        for (RegisterEntry entry : entries) {
            var one = seal(entry, previous);
            sealed.add(one);
            previous = one.checksum();
        }
        return List.copyOf(sealed);
    }

    SealedEntry seal(RegisterEntry entry, @Nullable String previousChecksum) {
        var seal = sealer.seal(EntryJson.write(entry, previousChecksum));
        return new SealedEntry(entry, previousChecksum, checksum(seal), seal);
    }

    /**
     * The entries that these seals hold. The links make one verification enough: the last seal covers the hash of the
     * one before it, and so on down to the first.
     */
    List<SealedEntry> verified(UUID billId, long version, String head, List<String> seals) {
        if (seals.size() != version || seals.isEmpty()) {
            throw corrupt(billId, "it has %d entries at version %d", seals.size(), version);
        }
        try {
            var entries = linked(billId, seals);
            if (!head.equals(entries.get(entries.size() - 1).checksum())) {
                throw corrupt(billId, "its head is another");
            }
            return entries;
        } catch (SealRejected broken) {
            throw corrupt(billId, "its seal: %s", String.valueOf(broken.getMessage()));
        } catch (IllegalArgumentException unreadable) {
            throw corrupt(billId, "its entries: %s", String.valueOf(unreadable.getMessage()));
        }
    }

    private List<SealedEntry> linked(UUID billId, List<String> seals) throws SealRejected {
        List<SealedEntry> entries = new ArrayList<>(seals.size());
        String previous = null;
        for (String seal : seals) {
            boolean last = entries.size() == seals.size() - 1;
            var linked = EntryJson.read(last ? verifier.verify(seal) : SealVerifier.unverifiedPayload(seal));
            var entry = linked.entry();
            if (!entry.billId().equals(billId) || entry.sequence() != entries.size() + 1) {
                throw corrupt(billId, "entry %d is not its own", entries.size() + 1);
            }
            if (!Objects.equals(previous, linked.previous())) {
                throw corrupt(billId, "entry %d does not follow the one before", entry.sequence());
            }
            if (!isOfThisPlace(entry, previous)) {
                throw corrupt(billId, "the act of entry %d was signed for another place", entry.sequence());
            }
            var sealed = new SealedEntry(entry, previous, checksum(seal), seal);
            entries.add(sealed);
            previous = sealed.checksum();
        }
        return entries;
    }

    /** Whoever has the seal key cannot put another past under what a party has signed since. */
    private static boolean isOfThisPlace(RegisterEntry entry, @Nullable String previous) throws SealRejected {
        var act = entry.signedAct();
        if (act == null) {
            return true;
        }
        try {
            var statement = JSON.readTree(SealVerifier.unverifiedPayload(act));
            return statement
                            .path("billId")
                            .asText()
                            .equalsIgnoreCase(entry.billId().toString())
                    && statement.path("head").asText().equals(previous);
        } catch (IOException unreadable) {
            return false;
        }
    }

    static String checksum(String seal) {
        return CanonicalJson.sha256Hex(seal.getBytes(StandardCharsets.US_ASCII));
    }

    static Rejected corrupt(UUID billId, String detail, Object... args) {
        return new Rejected(
                BillProblem.REGISTER_CORRUPT, "The record of bill " + billId + " does not verify: " + detail, args);
    }
}
