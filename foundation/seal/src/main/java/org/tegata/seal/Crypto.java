package org.tegata.seal;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The provider of every signature operation, handed over explicitly so that nothing is registered JVM-wide. */
final class Crypto {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private Crypto() {}
}
