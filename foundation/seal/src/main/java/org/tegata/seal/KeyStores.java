package org.tegata.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.Security;

/** Where custodied keys live: a PKCS#12 file (RFC 7292) or a PKCS#11 token such as an HSM. */
public final class KeyStores {

    private KeyStores() {}

    /** A PKCS#12 file; IllegalArgumentException if it cannot be opened with this PIN. */
    public static KeyStore pkcs12(Path file, char[] pin) {
        try (var bytes = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(bytes, pin);
            return store;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("the key store " + file + " cannot be opened", unreadable);
        }
    }

    /**
     * The token that a SunPKCS11 configuration file names (JDK PKCS#11 Reference Guide), logged in with this PIN;
     * IllegalArgumentException if that fails. Its provider is not registered JVM-wide.
     */
    public static KeyStore pkcs11(Path sunPkcs11Config, char[] pin) {
        var template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new IllegalArgumentException("this JDK has no PKCS#11");
        }
        try {
            var store = KeyStore.getInstance("PKCS11", template.configure(sunPkcs11Config.toString()));
            store.load(null, pin);
            return store;
        } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException unusable) {
            throw new IllegalArgumentException("the token of " + sunPkcs11Config + " cannot be opened", unusable);
        }
    }
}
