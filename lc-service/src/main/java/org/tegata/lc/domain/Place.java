package org.tegata.lc.domain;

import org.jspecify.annotations.Nullable;

/** A port or place in a document: UN/LOCODE, name, or both. */
public record Place(@Nullable String unlocode, @Nullable String name) {

    @Override
    public String toString() {
        if (name == null) {
            return unlocode == null ? "" : unlocode;
        }
        return unlocode == null ? name : name + " (" + unlocode + ")";
    }
}
