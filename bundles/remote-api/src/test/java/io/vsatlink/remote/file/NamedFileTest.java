/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class NamedFileTest {
    @TempDir
    Path folder;

    private final NamedFile file = new NamedFile(10);

    @Test
    void aRegularFileIsReadUpToItsLimit() throws IOException {
        assertThat(file.read(Files.writeString(folder.resolve("ten"), "0123456789")))
                .hasSize(10);
        Path eleven = Files.writeString(folder.resolve("eleven"), "0123456789x");
        assertThatThrownBy(() -> file.read(eleven))
                .isInstanceOf(IOException.class)
                .hasMessage("it is larger than 10 bytes");
    }

    @Test
    void aLinkIsReadWhereItLeads() throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "x");
        assertThat(file.read(Files.createSymbolicLink(folder.resolve("link"), there)))
                .containsExactly('x');
    }

    @Test
    void whatNeverEndsIsNotRead() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path endless : new Path[] {pipe, Path.of("/dev/zero"), folder}) {
            assertThatThrownBy(() -> file.read(endless))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it is not a regular file");
        }
    }
}
