package org.tegata.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    private final Path checkout;

    FoldersTest(@TempDir Path checkout) {
        this.checkout = checkout;
    }

    @Test
    void shouldRefuseASecondRunOnTheSameData() {
        try (Folders first = Folders.lasting(checkout)) {
            assertThat(first.postgres()).hasParentRaw(checkout.resolve(".tegata/data"));
            assertThatThrownBy(() -> Folders.lasting(checkout))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("already running");
        }
        Folders.lasting(checkout).close();
    }

    @Test
    void shouldRemoveAThrowAwayFolderAtTheEndAndKeepALastingOne() {
        Folders throwAway = Folders.throwAway(checkout);
        Path data = throwAway.postgres().getParent();
        assertThat(data).isDirectory();
        throwAway.close();
        assertThat(data).doesNotExist();
        Folders.lasting(checkout).close();
        assertThat(checkout.resolve(".tegata/data")).isDirectory();
    }

    @Test
    void shouldRemoveWhatAKilledRunLeftBehindButNotALivingOne() throws IOException {
        Path dead = Files.createDirectories(checkout.resolve(".tegata/run-20260101-000000-000"));
        Files.createFile(dead.resolve("running.lock"));
        Files.createDirectories(dead.resolve("postgres"));
        // a process id that is no PostgreSQL: this very JVM, which must survive
        Files.writeString(
                dead.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        try (Folders living = Folders.throwAway(checkout)) {
            assertThat(dead).doesNotExist();
            Path data = living.kafka().getParent();
            Folders.throwAway(checkout).close();
            assertThat(data).isDirectory();
        }
    }

    @Test
    void shouldSayWhatToDoWhenTheFolderCannotBeWritten() throws IOException {
        Files.writeString(checkout.resolve(".tegata"), "a file where the folder should be");
        assertThatThrownBy(() -> Folders.lasting(checkout))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("Cannot write to");
    }

    @Test
    void shouldTellHowToBuildAServiceThatIsNotBuilt() {
        try (Folders folders = Folders.lasting(checkout)) {
            assertThatThrownBy(() -> folders.application(Service.GATEWAY))
                    .isInstanceOf(PlatformFailure.class)
                    .hasMessageContaining("gateway is not built");
        }
    }
}
