package org.tegata.system;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tegata.problem.ProblemType;

/** docs/errors.md as the {@link ProblemType} enums of all modules say it, in their order, which is the precedence. */
final class ErrorCatalogue {

    private static final String HEAD = """
            # Errors

            Generated from the `ProblemType` enums by `DocsTest`; do not edit. Regenerate with

            ```
            mvn -pl system-tests -am test -Dtest=DocsTest,EventCatalogueTest \\
                -Dsurefire.failIfNoSpecifiedTests=false -Dtegata.update-snapshots=true
            ```

            A refused request is answered with `application/problem+json` (RFC 9457): `type`, `title`, `status`,
            `detail`, `traceId` and, where a document was read and found wanting, `findings`; some bring members of
            their own, as `head-moved` does, which the service's page explains. `type` is relative and
            stable; it is the only member to program against. Within a table the order is the precedence: **if more
            than one applies, the one listed first is answered.** The tables of "Any service" come before a service's
            own. The exception is `POST /bills/{id}/acts`, which finds out whose act it is before it looks at the bill.
            """;

    private ErrorCatalogue() {}

    static String markdown() {
        var text = new StringBuilder(HEAD);
        sections().forEach((title, types) -> {
            text.append("\n## ").append(title).append('\n');
            types.forEach(type -> append(text, type));
        });
        return text.toString();
    }

    /** Every enum constant by slug with the enum that owns it: a slug must mean one thing in the whole platform. */
    static Map<String, List<String>> owners() {
        var owners = new LinkedHashMap<String, List<String>>();
        sections().values().stream().flatMap(List::stream).forEach(type -> {
            for (ProblemType problem : constants(type)) {
                owners.computeIfAbsent(problem.slug(), slug -> new ArrayList<>())
                        .add(type.getSimpleName());
            }
        });
        return owners;
    }

    private static void append(StringBuilder text, Class<?> type) {
        text.append("\n`").append(type.getName()).append("`\n\n| Type | Status | Title |\n|---|--:|---|\n");
        for (ProblemType problem : constants(type)) {
            text.append("| `/problems/%s` | %d | %s |%n".formatted(problem.slug(), problem.status(), problem.title()));
        }
    }

    private static ProblemType[] constants(Class<?> type) {
        return (ProblemType[]) type.getEnumConstants();
    }

    private static Map<String, List<Class<?>>> sections() {
        var sections = new LinkedHashMap<String, List<Class<?>>>();
        sections.put("Any service", new ArrayList<>());
        Workspace.SERVICE_ORDER.forEach(service -> sections.put(service, new ArrayList<>()));
        for (JavaClass found : enums()) {
            sections.get(section(found)).add(load(found.getName()));
        }
        sections.values().forEach(types -> types.sort((a, b) -> rank(a).compareTo(rank(b))));
        return sections;
    }

    /** RequestProblem is asked before any other enum of foundation. */
    private static String rank(Class<?> type) {
        return (type.getSimpleName().equals("RequestProblem") ? "0" : "1") + type.getName();
    }

    private static String section(JavaClass found) {
        return Workspace.SERVICES.entrySet().stream()
                .filter(service -> found.getName().startsWith("org.tegata." + service.getValue() + "."))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Any service");
    }

    private static List<JavaClass> enums() {
        return BuiltModules.imported().stream()
                .filter(JavaClass::isEnum)
                .filter(type -> type.isAssignableTo(ProblemType.class.getName()))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, true, new URLClassLoader(urls(), ErrorCatalogue.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] urls() {
        return Stream.of(BuiltModules.folders())
                .flatMap(List::stream)
                .map(folder -> {
                    try {
                        return folder.toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
    }
}
