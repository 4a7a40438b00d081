package org.tegata.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrewTest {
    private final List<Judged> told = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void shouldTellInOrderWhoeverIsReadyFirst() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            sources.add(Source.file("f" + i, Files.writeString(folder.resolve("f" + i), "<x/>")));
        }
        new Crew(
                        judge(xml -> {
                            Thread.yield();
                            return Verdicts.of();
                        }),
                        8)
                .work(sources, told::add);
        assertThat(told)
                .extracting(Judged::name)
                .containsExactlyElementsOf(sources.stream().map(Source::name).toList());
        assertThat(told).allMatch(Judged::accepted);
    }

    @Test
    void shouldNotStopForOneFileThatIsLostOrFatal() throws IOException {
        Path good = Files.writeString(folder.resolve("good"), "good");
        Path fatal = Files.writeString(folder.resolve("fatal"), "fatal");
        new Crew(
                        judge(xml -> {
                            if (text(xml).equals("fatal")) {
                                throw new IllegalStateException("a fault of ours");
                            }
                            return Verdicts.of();
                        }),
                        2)
                .work(
                        List.of(
                                Source.file("fatal", fatal),
                                Source.file("lost", folder.resolve("lost")),
                                Source.file("folder", folder),
                                Source.impossible("nul", "Nul character not allowed"),
                                Source.file("good", good)),
                        told::add);
        assertThat(told)
                .extracting(Judged::word)
                .containsExactly("unreadable", "unreadable", "unreadable", "unreadable", "valid");
        assertThat(told.get(0).refusal().type()).isEqualTo("internal-error");
        assertThat(told.get(1).refusal()).isEqualTo(new Refusal("file-unreadable", "there is no such file"));
    }

    @Test
    void shouldStopWhenNobodyListens() {
        assertThatThrownBy(() -> new Crew(judge(Verdicts.always(Verdicts.of())), 2)
                        .work(List.of(pipe(1), pipe(1)), judged -> {
                            throw new IOException("gone");
                        }))
                .hasMessage("gone");
    }

    @Test
    void shouldLetTheValidatorReadTwiceWhateverTheSize() throws IOException {
        int large = 9 * 1024 * 1024;
        Path file = Files.write(folder.resolve("large"), new byte[large]);
        Function<Judge.Document, Verdict> reader = xml -> {
            assertThat(text(xml)).hasSize(large).isEqualTo(text(xml));
            return Verdicts.of();
        };
        new Crew(judge(reader), 1).work(List.of(pipe(large), Source.file("large", file)), told::add);
        assertThat(told).extracting(Judged::refusal).containsOnlyNulls();
    }

    private static Source pipe(int length) {
        return Source.standardInput(new ByteArrayInputStream(new byte[length]));
    }

    private static String text(Judge.Document xml) {
        try (InputStream in = xml.open()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Intake judge(Function<Judge.Document, Verdict> opinion) {
        return new Intake(List.of(new Asked(opinion)), 10);
    }

    /** A judge of everything. */
    private record Asked(Function<Judge.Document, Verdict> opinion) implements Judge {
        @Override
        public boolean knows(Beginning beginning) {
            return true;
        }

        @Override
        public Set<String> extensions() {
            return Set.of();
        }

        @Override
        public Opinion judge(Document document) {
            Verdict verdict = opinion.apply(document);
            return new Opinion(verdict, verdict.valid());
        }
    }
}
