package org.tegata.invoice.domain;

import org.jspecify.annotations.Nullable;

/** A port as an invoice names it (UN/CEFACT {@code Logistics_ Location}): by UN/LOCODE, by name, or both. */
public record Place(@Nullable String unlocode, @Nullable String name) {

    public Place {
        if (unlocode == null && name == null) {
            throw new IllegalArgumentException("a place has a UN/LOCODE or a name");
        }
    }
}
