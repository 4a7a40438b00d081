package org.tegata.bl.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Directory;

/** Parties of this platform: a plain table, its names remembered for a minute at most. */
@ApplicationScoped
class SqlDirectory implements Directory {

    private static final int MOST = 100_000;
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final Rows rows;
    private final Cache<PartyId, String> names =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AT_MOST).build();

    SqlDirectory(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> name(PartyId party) {
        var known = names.getIfPresent(party);
        if (known != null) {
            return Optional.of(known);
        }
        var found =
                rows
                        .select("SELECT name FROM parties WHERE party = ?", row -> row.getString(1), party.toString())
                        .stream()
                        .findFirst();
        found.ifPresent(name -> names.put(party, name));
        return found;
    }

    @Override
    public void putParty(PartyId party, String name) {
        rows.change(
                "INSERT INTO parties (party, name) VALUES (?, ?)"
                        + " ON CONFLICT (party) DO UPDATE SET name = excluded.name",
                party.toString(),
                name);
        names.invalidate(party);
    }
}
