package org.tegata.seal;

import java.nio.file.Path;

/** A JVM of its own that signs with a token: SoftHSM reads the name of its configuration from the environment. */
final class TokenSigner {

    private TokenSigner() {}

    /** Arguments: SunPKCS11 configuration, PIN, alias. Prints the public JWK, what leaves the token, and two seals. */
    public static void main(String[] arguments) throws Exception {
        char[] pin = arguments[1].toCharArray();
        var store = KeyStores.pkcs11(Path.of(arguments[0]), pin);
        var sealer = Sealer.fromKeyStore(store, arguments[2], pin);
        System.out.println(sealer.publicJwk());
        System.out.println("key stays: " + (store.getKey(arguments[2], pin).getEncoded() == null));
        System.out.println("registered JVM-wide: "
                + (java.security.Security.getProvider(store.getProvider().getName()) != null));
        System.out.println(sealer.seal("act+jws", new byte[] {'a'}));
        System.out.println(sealer.seal("b"));
    }
}
