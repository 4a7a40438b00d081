package org.tegata.gateway.registry;

/** The registry gave no usable answer; nothing is known about what it did, so the same call is made again. */
public final class RegistryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailable(String message) {
        super(message);
    }

    RegistryUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
