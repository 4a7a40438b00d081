package org.tegata.bench.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AnchorScriptTest {
    private static final Pattern INSERT = Pattern.compile("insert into (\\w+)\\s*\\(([^)]*)\\)");
    private static final Pattern UPDATE = Pattern.compile("update bills set (\\w+) = .{1,60}?, (\\w+) =");

    @Test
    void shouldWriteTheColumnsThatTheRegisterWrites() throws IOException {
        String script = plain(AnchorScript.text());
        String register = plain(source("bl-registry/src/main/java/org/tegata/bl/store/KeptAct.java"))
                + plain(source("foundation/outbox/src/main/java/org/tegata/outbox/OneTrip.java"));
        Map<String, String> ofRegister = inserts(register);
        Map<String, String> ofScript = inserts(script);
        assertThat(ofScript).containsOnlyKeys("bill_entries", "bill_parties", "idempotency", "outbox");
        assertThat(ofRegister).containsAllEntriesOf(ofScript);
        assertThat(updated(script)).isEqualTo(updated(register)).isEqualTo("version head");
    }

    @Test
    void shouldGiveEveryVariableOfTheScriptAValue() throws IOException {
        JdbcLoop loop = new JdbcLoop(
                new Database("jdbc:postgresql://localhost:1/x", "", "", 0),
                AnchorScript.text(),
                AnchorScript.of(Map.of(
                                "seal",
                                "s",
                                "event",
                                "e",
                                "type",
                                "t",
                                "party",
                                "GLEIF:TGTABENCH00000000000",
                                "keyid",
                                "k",
                                "at",
                                "a",
                                "digest",
                                "d"))
                        .variables(10));
        assertThat(loop.missing()).isEmpty();
    }

    private static Map<String, String> inserts(String sql) {
        Map<String, String> columns = new TreeMap<>();
        for (Matcher insert = INSERT.matcher(sql); insert.find(); ) {
            columns.put(insert.group(1), insert.group(2));
        }
        return columns;
    }

    private static String updated(String sql) {
        Matcher update = UPDATE.matcher(sql);
        assertThat(update.find()).as("an update of bills in: %s", sql).isTrue();
        return update.group(1) + " " + update.group(2);
    }

    private static String source(String path) throws IOException {
        return Files.readString(Path.of("..").resolve(path));
    }

    /** Java's string constants put together, lower case, single blanks. */
    private static String plain(String text) {
        return text.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
