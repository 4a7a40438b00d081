package org.tegata.system.history;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks for: an act that builds on a head.
 *
 * @param key the idempotency key; every attempt of one act has the same
 * @param head the head of the record that the actor saw
 */
public record Statement(
        String key,
        String head,
        Act act,
        String actor,
        @Nullable String recipient) {}
