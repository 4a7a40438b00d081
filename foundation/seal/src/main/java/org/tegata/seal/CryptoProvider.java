package org.tegata.seal;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Whose arithmetic signs and verifies, fastest first. The first that this machine can load is chosen once; nothing is
 * registered JVM-wide. All pass the same vectors and refuse the same forgeries.
 */
public enum CryptoProvider {

    /**
     * Amazon Corretto Crypto Provider: AWS-LC as native code for glibc Linux and macOS. It unpacks its library (10 MB)
     * into {@code java.io.tmpdir} and deletes it when loaded, so that directory must be writable and not noexec.
     */
    ACCP {
        @Override
        Loaded load() throws ReflectiveOperationException {
            // By name: there is no jar for some systems.
            var type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            Object instance = type.getField("INSTANCE").get(null);
            if (!(instance instanceof Provider provider)) {
                throw new NoSuchFieldException("INSTANCE");
            }
            if (type.getMethod("getLoadingError").invoke(provider) instanceof Throwable failed) {
                throw new UnsupportedOperationException("native library: " + failed, failed);
            }
            return new Loaded(provider, provider);
        }
    },

    /** Bouncy Castle: portable Java. */
    BOUNCY_CASTLE {
        @Override
        Loaded load() {
            var provider = new BouncyCastleProvider();
            return new Loaded(provider, provider);
        }

        @Override
        String jcaName(SealAlgorithm algorithm) {
            return super.jcaName(algorithm).replace("ECDSAinP1363Format", "PLAIN-ECDSA");
        }
    },

    /** What the JDK brings: its elliptic curves are the slowest by far. */
    JDK {
        @Override
        Loaded load() throws NoSuchAlgorithmException {
            return new Loaded(installed("SunEC"), installed("SunRsaSign"));
        }
    };

    private static final System.Logger LOG = System.getLogger(CryptoProvider.class.getName());
    private static final String PROPERTY = "tegata.crypto.provider";
    private static final String ENVIRONMENT = "TEGATA_CRYPTO_PROVIDER";

    private static @Nullable CryptoProvider inUse;

    private volatile @Nullable Loaded loaded;
    private @Nullable String absence;

    private record Loaded(Provider curves, Provider rsa) {}

    abstract Loaded load() throws ReflectiveOperationException, NoSuchAlgorithmException;

    /**
     * The one this JVM works with: the one named by the system property {@code tegata.crypto.provider} or the
     * environment variable {@code TEGATA_CRYPTO_PROVIDER}, which must then be present (IllegalStateException), else
     * the first that is. Said once in the log.
     */
    public static synchronized CryptoProvider inUse() {
        var chosen = inUse;
        if (chosen == null) {
            String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(ENVIRONMENT, ""));
            chosen = named.isBlank() ? firstPresent() : named(named);
            LOG.log(
                    System.Logger.Level.INFO,
                    "signatures by {0}{1}",
                    chosen,
                    named.isBlank() ? absentBefore(chosen) : ", as configured");
            inUse = chosen;
        }
        return chosen;
    }

    static CryptoProvider named(String name) {
        String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (CryptoProvider provider : values()) {
            if (provider.name().equals(constant)) {
                provider.require();
                return provider;
            }
        }
        throw new IllegalStateException(PROPERTY + " is none of accp, bouncy-castle, jdk: " + name);
    }

    private static CryptoProvider firstPresent() {
        for (CryptoProvider provider : values()) {
            if (provider.isPresent()) {
                return provider;
            }
        }
        throw new IllegalStateException("no provider of signatures" + absentBefore(null));
    }

    /** Whether this machine can load it. */
    public boolean isPresent() {
        return absence().isEmpty();
    }

    /** Why it cannot be loaded; empty if it can. */
    public synchronized Optional<String> absence() {
        if (loaded == null && absence == null) {
            try {
                var candidate = load();
                Signature.getInstance(jcaName(SealAlgorithm.ES256), candidate.curves());
                Signature.getInstance(jcaName(SealAlgorithm.EDDSA), candidate.curves());
                loaded = candidate;
            } catch (ReflectiveOperationException | NoSuchAlgorithmException | RuntimeException | LinkageError reason) {
                absence = spoken(reason);
            }
        }
        return Optional.ofNullable(absence);
    }

    /** A fresh engine for one operation; these objects are not thread-safe and cheap beside the arithmetic. */
    Signature signature(SealAlgorithm algorithm) throws NoSuchAlgorithmException {
        return Signature.getInstance(jcaName(algorithm), provider(algorithm.keyType()));
    }

    /** Makes keys in the provider's own form, so that no operation has to convert them. */
    KeyFactory keyFactory(String keyType) throws NoSuchAlgorithmException {
        var provider = provider(keyType);
        // ACCP leaves the encoding of Ed25519 keys to the JDK.
        return provider.getService("KeyFactory", keyType) == null
                ? KeyFactory.getInstance(keyType, installed("SunEC"))
                : KeyFactory.getInstance(keyType, provider);
    }

    String jcaName(SealAlgorithm algorithm) {
        return algorithm.jcaName();
    }

    private Provider provider(String keyType) {
        var present = require();
        return keyType.equals("RSA") ? present.rsa() : present.curves();
    }

    private Loaded require() {
        var present = loaded;
        if (present != null) {
            return present;
        }
        String reason = absence().orElse("");
        present = loaded;
        if (present == null) {
            throw new IllegalStateException("crypto provider " + this + " cannot be loaded: " + reason);
        }
        return present;
    }

    private static String spoken(Throwable reason) {
        if (reason instanceof ClassNotFoundException) {
            return "no jar of it for this system";
        }
        return reason instanceof UnsupportedOperationException said
                ? String.valueOf(said.getMessage())
                : reason.toString();
    }

    private static Provider installed(String name) throws NoSuchAlgorithmException {
        var provider = Security.getProvider(name);
        if (provider == null) {
            throw new NoSuchAlgorithmException("this JDK has no provider " + name);
        }
        return provider;
    }

    private static String absentBefore(@Nullable CryptoProvider chosen) {
        var reasons = new StringBuilder();
        for (CryptoProvider provider : values()) {
            if (provider == chosen) {
                break;
            }
            reasons.append("; not ")
                    .append(provider)
                    .append(": ")
                    .append(provider.absence().orElse(""));
        }
        return reasons.toString();
    }
}
