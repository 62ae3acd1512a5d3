/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.console.http.Spool.Spooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    private Path folder;

    @Test
    void readsBackTheContentAndLeavesNoFile() throws IOException {
        List<String> permissions = new ArrayList<>();
        Spooled file = new Spool(folder.resolve("downloads")).spool(out -> {
            out.write("x".repeat(300_000).getBytes(StandardCharsets.UTF_8));
            permissions.addAll(open());
        });
        assertThat(file.length()).isEqualTo(300_000);
        try (var in = file.in()) {
            assertThat(in.readAllBytes()).hasSize(300_000);
        }
        assertThat(permissions).allMatch(each -> each.equals("rw-------"));
        assertThat(open()).isEmpty();
    }

    @Test
    void aFailedWriteIsReportedInASentenceAndLeavesNoFile() throws IOException {
        assertThatThrownBy(() -> new Spool(folder).spool(out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("The file could not be prepared on the server: No space left on device");
        assertThat(open()).isEmpty();
    }

    @Test
    void aDatabaseFailureIsPassedOnAndLeavesNoFile() throws IOException {
        IllegalStateException closed = new IllegalStateException("the database is closed");
        assertThatThrownBy(() -> new Spool(folder).spool(out -> {
                    throw closed;
                }))
                .isSameAs(closed);
        assertThat(open()).isEmpty();
    }

    /**
     * Returns the permissions of the files that have a name. On some platforms a file has no name from the beginning.
     */
    private List<String> open() throws IOException {
        List<String> permissions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return permissions;
    }
}
