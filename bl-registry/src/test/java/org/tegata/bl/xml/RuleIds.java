package org.tegata.bl.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rule ids that the sources name, so that none goes without a golden file. */
final class RuleIds {

    private static final Pattern ID = Pattern.compile("\"(TGT-BL-[0-9]{2})\"");

    private RuleIds() {}

    static Set<String> inSources() {
        var ids = new TreeSet<String>();
        try (var sources = Files.list(Path.of("src/main/java/org/tegata/bl/xml"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                var found = ID.matcher(Files.readString(source));
                while (found.find()) {
                    ids.add(found.group(1));
                }
            }
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
        return ids;
    }
}
