package org.tegata.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** From a private JWK or a key store's entry to a {@link Sealer}; messages never quote a key or a PIN. */
final class PrivateKeys {

    /** PrivateKeyInfo of RFC 8410 section 7 before the 32 octets of the key. */
    private static final byte[] ED25519_PREFIX = {
        0x30, 0x2e, 0x02, 0x01, 0, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };
    /** Key stores that are files; their keys may be handed to the chosen provider. */
    private static final Set<String> FILES = Set.of("PKCS12", "JKS", "JCEKS");

    private PrivateKeys() {}

    static Sealer sealer(JWK jwk, CryptoProvider provider) {
        if (jwk.getKeyOperations() != null && !jwk.getKeyOperations().contains(KeyOperation.SIGN)) {
            throw new IllegalArgumentException("the seal key is not for signing");
        }
        try {
            byte[] encoded;
            JWK named;
            SealAlgorithm algorithm;
            if (jwk instanceof ECKey ec && ec.isPrivate() && ec.getCurve().equals(Curve.P_256)) {
                named = new ECKey.Builder(ec)
                        .keyOperations(null)
                        .keyIDFromThumbprint()
                        .build();
                encoded = ec.toECPrivateKey().getEncoded();
                algorithm = SealAlgorithm.ES256;
            } else if (jwk instanceof OctetKeyPair pair
                    && pair.isPrivate()
                    && pair.getCurve().equals(Curve.Ed25519)) {
                named = new OctetKeyPair.Builder(pair)
                        .keyOperations(null)
                        .keyIDFromThumbprint()
                        .build();
                byte[] secret = pair.getDecodedD();
                if (secret.length != 32) {
                    throw new IllegalArgumentException("an Ed25519 key has 32 octets");
                }
                encoded = SignatureForm.join(ED25519_PREFIX, secret);
                algorithm = SealAlgorithm.EDDSA;
            } else {
                throw new IllegalArgumentException("the seal key is not a private EC P-256 or Ed25519 JWK");
            }
            PrivateKey key = privateKey(encoded, algorithm, provider);
            return new Sealer(key, VerificationKey.of(named.toPublicJWK(), provider), algorithm, provider::signature);
        } catch (JOSEException | GeneralSecurityException unusable) {
            // Not the cause: it may quote the key.
            throw new IllegalArgumentException("the seal key is not a usable private EC P-256 or Ed25519 JWK");
        }
    }

    static Sealer sealer(KeyStore store, String alias, char[] pin, CryptoProvider provider) {
        try {
            var certificate = store.getCertificate(alias);
            if (!(store.getKey(alias, pin) instanceof PrivateKey key) || certificate == null) {
                throw new IllegalArgumentException("the key store has no private key with certificate as " + alias);
            }
            if (!(certificate.getPublicKey() instanceof ECPublicKey publicKey)
                    || !Curve.P_256.equals(Curve.forECParameterSpec(publicKey.getParams()))) {
                throw new IllegalArgumentException("the key " + alias + " is not of P-256");
            }
            var jwk = new ECKey.Builder(Curve.P_256, publicKey)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .build();
            var verification = VerificationKey.of(jwk, provider);
            if (FILES.contains(store.getType().toUpperCase(Locale.ROOT))) {
                var here = privateKey(key.getEncoded(), SealAlgorithm.ES256, provider);
                return new Sealer(here, verification, SealAlgorithm.ES256, provider::signature);
            }
            var token = store.getProvider();
            return new Sealer(
                    key,
                    verification,
                    SealAlgorithm.ES256,
                    algorithm -> Signature.getInstance(algorithm.jcaName(), token));
        } catch (GeneralSecurityException | ProviderException | JOSEException unusable) {
            throw new IllegalArgumentException("the key " + alias + " cannot be used: wrong PIN or kind of key");
        }
    }

    private static PrivateKey privateKey(byte[] encoded, SealAlgorithm algorithm, CryptoProvider provider)
            throws GeneralSecurityException {
        return provider.keyFactory(algorithm.keyType()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    static Base64URL lastOctets(byte[] encoded, int count) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - count, encoded.length));
    }
}
