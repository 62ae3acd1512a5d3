/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDirectoryTest {
    @TempDir
    private Path top;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void worksWithAHandleAndWithout(boolean withHandle) throws IOException {
        Files.createDirectory(top.resolve("sub"));
        Files.writeString(top.resolve("b"), "old");
        try (OpenDirectory open = withHandle ? OpenDirectory.at(top) : OpenDirectory.withoutHandle(top)) {
            write(open, "a");
            assertThatThrownBy(() -> write(open, "a")).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(open.files()).containsExactlyInAnyOrder("a", "b");
            open.rename("a", "b");
            open.force();
            assertThat(top.resolve("b")).hasContent("new");
            assertThat(top.resolve("a")).doesNotExist();
            open.delete("b");
            assertThat(open.files()).isEmpty();
        }
        assertThat(top.resolve("sub")).isDirectory();
    }

    @Test
    void whatIsWrittenGoesToTheDirectoryThatWasOpened() throws IOException {
        Path export = Files.createDirectory(top.resolve("export"));
        Path outside = Files.createDirectory(top.resolve("outside"));
        try (OpenDirectory open = OpenDirectory.at(export)) {
            Files.move(export, top.resolve("moved"));
            Files.createSymbolicLink(export, outside);
            write(open, "a.tmp");
            open.rename("a.tmp", "a");
        }
        assertThat(outside).isEmptyDirectory();
        assertThat(top.resolve("moved/a")).hasContent("new");
    }

    @Test
    void stepsDownThroughDirectoriesAndNotThroughLinks() throws IOException {
        Path real = Files.createDirectories(top.resolve("one/two"));
        Files.createSymbolicLink(top.resolve("link"), top.resolve("one"));
        try (OpenDirectory open = OpenDirectory.below(top, real)) {
            write(open, "a");
        }
        assertThat(real.resolve("a")).hasContent("new");
        try (OpenDirectory open = OpenDirectory.below(top, top)) {
            assertThat(open.path()).isEqualTo(top);
        }
        assertThatThrownBy(() -> OpenDirectory.below(top, top.resolve("link/two")))
                .isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> OpenDirectory.below(top, top.resolve("link"))).isInstanceOf(FileSystemException.class);
    }

    private static void write(OpenDirectory open, String name) throws IOException {
        try (FileChannel file = open.create(name)) {
            file.write(ByteBuffer.wrap("new".getBytes(UTF_8)));
        }
    }
}
