package org.tegata.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        for (String file : List.of("b.xml", "a.XML", "note.txt", "in/c.xml", "in/deep/d.xml", "in/e[1].xml")) {
            Files.writeString(folder.resolve(file), "<x/>");
        }
    }

    @Test
    void shouldTakeFilesAsTheyAreAndFoldersToTheirDepth() {
        assertThat(names("note.txt", "in")).containsExactly("note.txt", "in/c.xml", "in/deep/d.xml", "in/e[1].xml");
        assertThat(names(".")).containsExactly("a.XML", "b.xml", "in/c.xml", "in/deep/d.xml", "in/e[1].xml");
        assertThat(names(folder.resolve("in/deep").toString()))
                .containsExactly(folder.resolve("in/deep/d.xml").toString());
    }

    @Test
    void shouldResolvePatternsThatNoShellHas() {
        assertThat(names("*.xml")).containsExactly("b.xml");
        assertThat(names("**.xml")).containsExactly("b.xml", "in/c.xml", "in/deep/d.xml", "in/e[1].xml");
        assertThat(names("in/*/*.xml")).containsExactly("in/deep/d.xml");
        assertThat(names("in/e[1].xml")).as("a file of that very name").containsExactly("in/e[1].xml");
    }

    @Test
    void shouldNameEachDocumentOnceInTheOrderOfTheArguments() {
        assertThat(names("in/c.xml", "b.xml", "in", "b.xml"))
                .containsExactly("in/c.xml", "b.xml", "in/deep/d.xml", "in/e[1].xml");
    }

    @Test
    void shouldKeepWhatIsNotThereToBeToldLater() {
        assertThat(names("none.xml", "-")).containsExactly("none.xml", "-");
        Sources sources = sources("none/*.xml", "in/*.pdf");
        assertThat(sources.found()).isEmpty();
        assertThat(sources.empty()).containsExactly("none/*.xml", "in/*.pdf");
    }

    @Test
    void shouldNotFollowLinksOutOfTheFolder() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("o.xml"), "<x/>");
        Files.createSymbolicLink(folder.resolve("in/link"), outside);
        assertThat(names("in")).doesNotContain("in/link/o.xml");
    }

    private List<String> names(String... arguments) {
        return sources(arguments).found().stream().map(Source::name).toList();
    }

    private Sources sources(String... arguments) {
        return new Sources(folder, new ByteArrayInputStream(new byte[0]), Set.of(".xml"))
                .addAll(Arrays.asList(arguments));
    }
}
