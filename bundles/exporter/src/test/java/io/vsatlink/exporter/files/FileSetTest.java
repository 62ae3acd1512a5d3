package io.vsatlink.exporter.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
    @TempDir
    private Path directory;

    @Test
    void nothingHasItsNameBeforeEverythingIsPublished() throws IOException {
        Files.writeString(directory.resolve("a"), "old");
        try (FileSet files = new FileSet(directory)) {
            files.stage("a", text("new"));
            files.stage("b", text("new"));
            assertThat(directory.resolve("a")).hasContent("old");
            assertThat(directory.resolve("b")).doesNotExist();
            files.publish();
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(directory.resolve("a")).hasContent("new");
    }

    @Test
    void aSetThatWasNotPublishedLeavesNothing() throws IOException {
        try (FileSet files = new FileSet(directory)) {
            files.stage("a", text("new"));
            assertThatThrownBy(() -> files.stage("b", out -> {
                        out.write("half".getBytes(UTF_8));
                        throw new IOException("No space left on device");
                    }))
                    .hasMessage("No space left on device");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void filesGetTheirNamesInTheOrderInWhichTheyWereStaged() throws IOException {
        Files.createDirectories(directory.resolve("b/in the way"));
        try (FileSet files = new FileSet(directory)) {
            files.stage("c", text("new"));
            files.stage("b", text("new"));
            files.stage("a", text("new"));
            assertThatThrownBy(files::publish).isInstanceOf(FileSystemException.class);
        }
        assertThat(names()).containsExactly("b", "c");
    }

    @Test
    void removesTheLeftoversOfAKillAndNothingElse() throws IOException {
        Files.writeString(directory.resolve(".vsatlink-circuits.csv.tmp"), "half");
        Files.writeString(directory.resolve(".vsatlink-manifest.json.tmp"), "half");
        Files.writeString(directory.resolve(".vsatlink-notes"), "theirs");
        Files.writeString(directory.resolve("other.tmp"), "theirs");
        Files.writeString(directory.resolve("report.csv"), "theirs");
        Files.createDirectory(directory.resolve("archive"));
        try (FileSet files = new FileSet(directory)) {
            files.stage("a", text("new"));
            files.publish();
        }
        assertThat(names()).containsExactly(".vsatlink-notes", "a", "archive", "other.tmp", "report.csv");
        assertThat(directory.resolve("report.csv")).hasContent("theirs");
    }

    @Test
    void createsAMissingDirectory() throws IOException {
        Path missing = directory.resolve("one/two");
        try (FileSet files = new FileSet(missing)) {
            files.stage("a", text("new"));
            files.publish();
        }
        assertThat(missing.resolve("a")).hasContent("new");
    }

    @Test
    void aLinkToADirectoryIsADirectory() throws IOException {
        Path link = Files.createSymbolicLink(
                directory.resolve("link"), Files.createDirectory(directory.resolve("mounted elsewhere")));
        try (FileSet files = new FileSet(link)) {
            files.stage("a", text("new"));
            files.publish();
        }
        assertThat(directory.resolve("mounted elsewhere/a")).hasContent("new");
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "theirs");
        assertThatThrownBy(() -> new FileSet(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> new FileSet(file.resolve("below"))).isInstanceOf(FileSystemException.class);
        assertThat(file).hasContent("theirs");
    }

    private static FileSet.Content text(String text) {
        return out -> {
            out.write(text.getBytes(UTF_8));
            return 1;
        };
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
