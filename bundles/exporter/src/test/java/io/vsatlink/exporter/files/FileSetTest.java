/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
    @TempDir
    private Path directory;

    @Test
    void nothingHasItsNameBeforeEverythingIsPublished() throws IOException {
        Files.writeString(directory.resolve("a"), "old");
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
            files.stage("a", text("new"));
            files.stage("b", text("new"));
            assertThat(directory.resolve("a")).hasContent("old");
            assertThat(directory.resolve("b")).doesNotExist();
            files.publish(Set.of());
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(directory.resolve("a")).hasContent("new");
    }

    @Test
    void aSetThatWasNotPublishedLeavesNothing() throws IOException {
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
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
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
            files.stage("c", text("new"));
            files.stage("b", text("new"));
            files.stage("a", text("new"));
            assertThatThrownBy(() -> files.publish(Set.of()))
                    .isInstanceOf(PublishException.class)
                    .hasCauseInstanceOf(FileSystemException.class);
        }
        assertThat(names()).containsExactly("b", "c");
    }

    @Test
    void removesTheLeftoversOfAKillAndNothingElse() throws IOException {
        Files.writeString(directory.resolve(".vsatlink-circuits.csv.tmp"), "half");
        Files.writeString(directory.resolve(".vsatlink-manifest.json.tmp"), "half");
        Files.writeString(directory.resolve(".vsatlink-notes"), "theirs");
        Files.writeString(directory.resolve(".vsatlink-notes.tmp"), "theirs");
        Files.writeString(directory.resolve("other.tmp"), "theirs");
        Files.writeString(directory.resolve("report.csv"), "theirs");
        Files.createDirectory(directory.resolve("archive"));
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
            files.stage("a", text("new"));
            files.publish(Set.of());
        }
        assertThat(names())
                .containsExactly(".vsatlink-notes", ".vsatlink-notes.tmp", "a", "archive", "other.tmp", "report.csv");
        assertThat(directory.resolve("report.csv")).hasContent("theirs");
    }

    @Test
    void aRefusalOfTheFirstNameLeavesTheSetBeforeAsItWas() throws IOException {
        Files.writeString(directory.resolve("b"), "old");
        Files.createDirectories(directory.resolve("a/in the way"));
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
            files.stage("a", text("new"));
            files.stage("b", text("new"));
            assertThatThrownBy(() -> files.publish(Set.of())).isNotInstanceOf(PublishException.class);
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(directory.resolve("b")).hasContent("old");
    }

    @Test
    void aLinkWithAFilesNameIsReplacedAndWhatItPointsToIsNot() throws IOException {
        Path theirs = Files.writeString(directory.resolve("theirs"), "theirs");
        Files.createSymbolicLink(directory.resolve("a"), theirs);
        Files.createSymbolicLink(directory.resolve(".vsatlink-circuits.csv.tmp"), theirs);
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
            files.stage("a", text("new"));
            files.stage("circuits.csv", text("new"));
            files.publish(Set.of());
        }
        assertThat(Files.isSymbolicLink(directory.resolve("a"))).isFalse();
        assertThat(directory.resolve("a")).hasContent("new");
        assertThat(names()).containsExactly("a", "circuits.csv", "theirs");
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void aDirectoryWithTheNameOfALeftoverIsNotOurs() throws IOException {
        Files.createDirectories(directory.resolve(".vsatlink-circuits.csv.tmp"));
        try (OpenDirectory open = OpenDirectory.at(directory);
                FileSet files = new FileSet(open, Readers.OWNER)) {
            files.stage("a", text("new"));
            files.publish(Set.of());
        }
        assertThat(names()).containsExactly(".vsatlink-circuits.csv.tmp", "a");
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
