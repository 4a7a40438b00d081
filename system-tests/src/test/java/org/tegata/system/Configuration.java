package org.tegata.system;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings of a service: as docs/configuration.md lists them and as its {@code @ConfigMapping} reads them. */
final class Configuration {

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(tegata\\.[a-z.-]+)\"\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]+)` ");

    private static final Pattern READ_DIRECTLY = Pattern.compile("TEGATA_[A-Z_]+");

    private Configuration() {}

    /** What foundation, which has no settings interface where no framework is, reads from the environment itself. */
    static Set<String> readDirectly() {
        var names = new TreeSet<String>();
        for (JavaSource source : JavaSource.all()) {
            if (source.name().startsWith("foundation/") && !source.isTest()) {
                source.strings().stream()
                        .map(JavaSource.Literal::value)
                        .filter(READ_DIRECTLY.asMatchPredicate())
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** The variables in the service's table, those common to all services included. */
    static Set<String> documented(String service) {
        String page = Workspace.read(Workspace.at("docs/configuration.md"));
        var names = new TreeSet<String>();
        for (String section : page.split("(?m)^## ")) {
            if (section.startsWith("Every service") || section.startsWith(service)) {
                ROW.matcher(section).results().forEach(row -> names.add(row.group(1)));
            }
        }
        return names;
    }

    /** The environment variables that the configuration interfaces of the service and of foundation answer to. */
    static Set<String> mappedKeys(String service) {
        var names = new TreeSet<String>();
        for (JavaSource source : JavaSource.all()) {
            if (source.name().startsWith(service + "/src/main/")
                    || source.name().startsWith("foundation/")) {
                MAPPING.matcher(Workspace.read(source.path()))
                        .results()
                        .forEach(mapping -> collect(source, topLevelType(source), mapping.group(1), names));
            }
        }
        return names;
    }

    /** A key whose type is an interface of the same file is a group of keys. */
    private static void collect(JavaSource source, String owner, String prefix, Set<String> names) {
        for (JavaSource.Signature key : source.signatures()) {
            if (!key.owner().equals(owner)) {
                continue;
            }
            String name = prefix + "." + key.name().replaceAll("([A-Z])", "-$1");
            String type = key.returnType().replaceFirst("^Optional<(.*)>$", "$1");
            boolean group =
                    source.signatures().stream().anyMatch(other -> other.owner().equals(type));
            if (group) {
                collect(source, type, name, names);
            } else {
                names.add(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
            }
        }
    }

    private static String topLevelType(JavaSource source) {
        return source.types().stream()
                .filter(JavaSource.Type::topLevel)
                .findFirst()
                .orElseThrow()
                .name();
    }
}
