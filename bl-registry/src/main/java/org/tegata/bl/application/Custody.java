package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.RegistryConfig.CustodyStore;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.PartyKey;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.problem.Rejected;
import org.tegata.seal.KeyStores;
import org.tegata.seal.Sealer;

/**
 * Keys of parties that this platform keeps for them, in a PKCS#11 token or a PKCS#12 file. A private key is used where
 * it is and never handed out. A store that cannot be opened keeps the service from starting.
 */
@ApplicationScoped
public class Custody {

    private final PartyKeys keys;
    private final Optional<Store> store;
    private final Map<String, Sealer> sealers = new ConcurrentHashMap<>();

    private record Store(KeyStore keys, char[] pin) {}

    @Inject
    Custody(PartyKeys keys, RegistryConfig config) {
        this(keys, config.custody());
    }

    Custody(PartyKeys keys, Optional<CustodyStore> config) {
        this.keys = keys;
        this.store = config.map(Custody::open);
    }

    /** Whether this platform keeps keys for its parties at all. */
    public boolean isOffered() {
        return store.isPresent();
    }

    private static Store open(CustodyStore config) {
        var pin = pin(config);
        var opened = switch (config.type()) {
            case PKCS11 -> KeyStores.pkcs11(config.file(), pin);
            case PKCS12 -> KeyStores.pkcs12(config.file(), pin);
        };
        return new Store(opened, pin);
    }

    private static char[] pin(CustodyStore config) {
        return config.pinFile().map(Custody::read).or(config::pin).orElse("").toCharArray();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the PIN of the custody store cannot be read from " + file, unreadable);
        }
    }

    /** Signs as the party, with the newest of its keys that is in custody and in force. */
    Sealer sealer(PartyId party, Instant now) {
        return keys.of(party).stream()
                .filter(key -> key.custodyAlias() != null && key.isInForce(now))
                .findFirst()
                .map(this::sealer)
                .orElseThrow(() -> notHere("This platform holds no key of " + party + " that is in force"));
    }

    private Sealer sealer(PartyKey key) {
        var alias = key.custodyAlias();
        var sealer = holder(alias == null ? "" : alias);
        if (!sealer.keyId().equals(key.keyId())) {
            throw notHere("The key store holds another key under " + alias);
        }
        return sealer;
    }

    /** Refuses an alias under which the key store does not hold the private half of that key. */
    void requireHeld(String alias, String keyId) {
        if (!holder(alias).keyId().equals(keyId)) {
            throw notHere("The key store holds another key under that alias");
        }
    }

    private Sealer holder(String alias) {
        return sealers.computeIfAbsent(alias, this::open);
    }

    private Sealer open(String alias) {
        var opened = store.orElseThrow(() -> notHere("This platform keeps no keys"));
        try {
            return Sealer.fromKeyStore(opened.keys(), alias, opened.pin());
        } catch (IllegalArgumentException absent) {
            throw notHere("The key store has no usable key under that alias");
        }
    }

    private static Rejected notHere(@Nullable String detail) {
        return new Rejected(BillProblem.KEY_NOT_CUSTODIED, "%s", detail);
    }
}
