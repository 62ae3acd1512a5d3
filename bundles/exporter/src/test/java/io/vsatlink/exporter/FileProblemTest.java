/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileProblemTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        new AccessDeniedException("/exports/.vsatlink-circuits.csv.tmp"),
                        "/exports/.vsatlink-circuits.csv.tmp is not writable for this process (permission denied)"),
                arguments(new NoSuchFileException("/exports/a"), "/exports/a does not exist"),
                arguments(new FileAlreadyExistsException("/exports"), "/exports is not a directory"),
                arguments(new NotDirectoryException("/exports"), "/exports is not a directory"),
                arguments(
                        new AtomicMoveNotSupportedException("/exports/a", "/exports/b", "no"),
                        "/exports can't rename files atomically, so a complete set can't be guaranteed there"),
                arguments(
                        new FileSystemException("/exports", null, "Read-only file system"),
                        "/exports: Read-only file system"),
                arguments(new ClosedByInterruptException(), "the export to /exports was stopped"),
                arguments(new IOException("No space left on device"), "/exports: No space left on device"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatWasRefusedAndThatNothingIsLost(IOException refusal, String what) {
        assertThat(FileProblem.sentence(Path.of("/exports"), refusal))
                .isEqualTo(what + "; the previous files are unchanged");
    }

    @Test
    void namesFilesInTheDirectoryAndTheOneThatIsInTheWay() {
        assertThat(FileProblem.sentence(
                        Path.of("/exports"), new FileSystemException(".vsatlink-a.tmp", "a", "Is a directory")))
                .isEqualTo("/exports/a: Is a directory; the previous files are unchanged");
    }
}
