package org.tegata.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Code that stays easy to read: sizes, names and comments. There are no exceptions; limits only ever get smaller. */
class TidyTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 50;
    private static final int LINE_LENGTH = 120;
    private static final long BLOB_BYTES = 1 << 20;

    private static final Pattern UNOWNED_WORK = Pattern.compile("\\b(?:TODO|FIXME)\\b(?!\\s*\\(?#\\d+)");
    private static final Pattern BANNED_TYPE =
            Pattern.compile("(?:.*(?:Utils?|Helpers?|Manager|Impl|Dto|DTO)|(?:Base|Common|Misc)(?:[A-Z].*)?)");
    private static final Pattern BANNED_PACKAGE =
            Pattern.compile("commons?|utils?|helpers?|managers?|base|impl|misc|shared|core|models?|dtos?");

    private static List<JavaSource> sources = List.of();

    @BeforeAll
    static void parse() {
        sources = JavaSource.all();
        assertThat(sources.size()).as("Java files found").isGreaterThan(200);
    }

    @Test
    void shouldKeepFilesShort() {
        assertThat(violations(source -> lines(source).size() > FILE_LINES
                        ? Stream.of("%s: %d lines, at most %d"
                                .formatted(source.name(), lines(source).size(), FILE_LINES))
                        : Stream.empty()))
                .isEmpty();
    }

    @Test
    void shouldKeepMethodsShort() {
        assertThat(violations(source -> source.methods().stream()
                        .filter(method -> method.bodyLines() > METHOD_LINES)
                        .map(method -> "%s:%d: %s has %d lines, at most %d"
                                .formatted(
                                        source.name(),
                                        method.line(),
                                        method.name(),
                                        method.bodyLines(),
                                        METHOD_LINES))))
                .isEmpty();
    }

    @Test
    void shouldKeepLinesShort() {
        assertThat(numbered((line, at) -> line.length() > LINE_LENGTH, "%d characters"::formatted))
                .isEmpty();
    }

    @Test
    void shouldNameAnIssueForWorkLeftUndone() {
        assertThat(numbered(
                        (line, at) -> UNOWNED_WORK.matcher(line).find() && !at.contains("TidyTest"),
                        n -> "say whose work it is: TODO(#issue)"))
                .isEmpty();
    }

    @Test
    void shouldNotUseNamesThatSayNothing() {
        assertThat(violations(source -> Stream.concat(
                        source.types().stream()
                                .filter(type -> BANNED_TYPE.matcher(type.name()).matches())
                                .map(type -> "%s:%d: type %s".formatted(source.name(), type.line(), type.name())),
                        Stream.of(source.packageName().split("\\."))
                                .filter(segment ->
                                        BANNED_PACKAGE.matcher(segment).matches())
                                .map(segment -> "%s: package segment %s".formatted(source.name(), segment)))))
                .isEmpty();
    }

    @Test
    void shouldImportByName() {
        assertThat(violations(source -> source.imports().stream()
                        .filter(name ->
                                name.endsWith(".*") || name.startsWith("lombok.") || name.startsWith("org.mapstruct."))
                        .map(name -> "%s: import %s".formatted(source.name(), name))))
                .isEmpty();
    }

    @Test
    void shouldSayWhatEachPublicTypeIs() {
        assertThat(violations(source -> source.isTest()
                        ? Stream.empty()
                        : source.types().stream()
                                .filter(type -> type.isPublic() && type.topLevel() && !type.documented())
                                .map(type ->
                                        "%s:%d: %s has no Javadoc".formatted(source.name(), type.line(), type.name()))))
                .isEmpty();
    }

    @Test
    void shouldMarkEachPackageAsNullMarkedAndSayWhatLivesThere() {
        var packages = new TreeSet<String>();
        for (JavaSource source : sources) {
            if (!source.isTest()) {
                packages.add(Workspace.name(source.path().getParent()));
            }
        }
        assertThat(packages.stream()
                        .filter(folder -> !isDescribed(Workspace.at(folder).resolve("package-info.java"))))
                .as("packages without a package-info.java with Javadoc and @NullMarked")
                .isEmpty();
    }

    @Test
    void shouldNotCarryBlobs() throws IOException {
        var blobs = new ArrayList<String>();
        for (Path file : Workspace.files()) {
            if (Files.size(file) > BLOB_BYTES && !Workspace.name(file).contains("/src/test/resources/")) {
                blobs.add(Workspace.name(file));
            }
        }
        assertThat(blobs).isEmpty();
    }

    @Test
    void shouldNotNameWhereArtifactsComeFrom() {
        // Whoever builds this chooses the mirror; a host in the tree would choose it for them.
        assertThat(Workspace.files("pom.xml").stream()
                        .filter(pom -> Pattern.compile("<(?:repositor|pluginRepositor|distributionManagement|mirror)")
                                .matcher(Workspace.read(pom))
                                .find())
                        .map(Workspace::name))
                .isEmpty();
        assertThat(Workspace.files().stream()
                        .map(Workspace::name)
                        .filter(name -> name.matches("(?:.*/)?(?:settings\\.xml|mvnw|\\.npmrc|maven-wrapper\\..*)")))
                .isEmpty();
    }

    private static boolean isDescribed(Path packageInfo) {
        return Files.exists(packageInfo)
                && Workspace.read(packageInfo).contains("@NullMarked")
                && Workspace.read(packageInfo).contains("/**");
    }

    private static List<String> violations(java.util.function.Function<JavaSource, Stream<String>> rule) {
        return sources.stream().flatMap(rule).toList();
    }

    private static List<String> numbered(
            java.util.function.BiPredicate<String, String> broken, java.util.function.IntFunction<String> why) {
        return violations(source -> {
            var lines = lines(source);
            return java.util.stream.IntStream.range(0, lines.size())
                    .filter(n -> broken.test(lines.get(n), source.name()))
                    .mapToObj(n -> "%s:%d: %s"
                            .formatted(
                                    source.name(), n + 1, why.apply(lines.get(n).length())));
        });
    }

    private static List<String> lines(JavaSource source) {
        return Workspace.read(source.path()).lines().toList();
    }
}
