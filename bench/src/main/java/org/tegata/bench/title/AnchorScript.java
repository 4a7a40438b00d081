package org.tegata.bench.title;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tegata.bench.Figures;

/**
 * The SQL of one transfer without the service: the same statement over rows of the same size. Every entry has one of
 * two seals, that of a real transfer and one that is a character longer, so that the script need not remember heads.
 */
final class AnchorScript {
    private static final String SCRIPT = "anchor.pgbench";

    private static final String MODEL =
            "select e.seal, o.event, o.type, k.party, k.key_id as keyid, k.not_before as at,"
                    + " encode(i.request_digest, 'hex') as digest"
                    + " from outbox o join bill_entries e on e.bill_id = o.subject and e.sequence = o.sequence"
                    + " join idempotency i on i.resource_id = o.subject join party_keys k on k.party = i.party"
                    + " where o.sequence > 2 order by o.position desc, i.created_at desc limit 1";

    private final Map<String, String> variables;

    private AnchorScript(Map<String, String> variables) {
        this.variables = variables;
    }

    /** With the newest transfer of that database as the model. */
    static AnchorScript like(Database database) throws SQLException {
        Map<String, String> variables = new LinkedHashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet model = statement.executeQuery(MODEL)) {
            if (!model.next()) {
                throw new SQLException("there is no transfer to take as the model");
            }
            for (int i = 1; i <= model.getMetaData().getColumnCount(); i++) {
                variables.put(model.getMetaData().getColumnLabel(i), model.getString(i));
            }
        }
        return of(variables);
    }

    /** With the values of a transfer. */
    static AnchorScript of(Map<String, String> transfer) {
        Map<String, String> variables = new LinkedHashMap<>(transfer);
        String seal = variables.getOrDefault("seal", "");
        variables.put("ids", Clones.ID_START);
        variables.put("heada", Clones.sha256(seal));
        variables.put("headb", Clones.sha256(seal + "x"));
        variables.put("readers", variables.getOrDefault("party", "").substring(0, 18));
        return new AnchorScript(variables);
    }

    /** Records whose last entry has the one seal. */
    Clones.Signing signing() {
        String seal = variables.getOrDefault("seal", "");
        return new Clones.Signing() {
            @Override
            public String seal(byte[] payload) {
                return seal;
            }

            @Override
            public String act(byte[] statement) {
                return "";
            }
        };
    }

    /** All that the script does not make itself, for so many copies. */
    Map<String, String> variables(int bills) {
        Map<String, String> values = new LinkedHashMap<>(variables);
        values.put("last", String.valueOf(bills - 1));
        return values;
    }

    /** Ready to run on that database, which holds so many copies. */
    Anchor anchor(Figures figures, Database database, int bills, Path folder) throws IOException {
        Map<String, String> values = variables(bills);
        String text = text();
        var program = PgbenchProgram.find(folder);
        if (program.isEmpty()) {
            figures.row("pgbench is not here and cannot be fetched: the anchor is bare JDBC");
            return new JdbcLoop(database, text, values);
        }
        Files.createDirectories(folder);
        Path script = folder.resolve(SCRIPT);
        Files.writeString(script, text);
        return new Pgbench(program.get(), database, script, values);
    }

    /** The script. */
    static String text() throws IOException {
        try (InputStream script = AnchorScript.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("no " + SCRIPT);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
