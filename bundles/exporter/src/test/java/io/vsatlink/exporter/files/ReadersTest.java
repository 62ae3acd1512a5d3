/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static io.vsatlink.api.dataset.Dataset.CIRCUITS;
import static io.vsatlink.api.store.Rows.circuits;
import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.exporter.SampleElement;
import io.vsatlink.exporter.SampleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {
    @TempDir
    private Path top;

    /** Of each dataset when its file is begun; the inventory reads some once more. */
    private final Map<String, String> whileWriting = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({"owner, rw-------, rwx------", "group, rw-r-----, rwxr-x---", "everyone, rw-r--r--, rwxr-xr-x"})
    void filesAndTheFoldersMadeForThemAreForThoseWhoShallReadThem(String word, String files, String folders)
            throws IOException {
        Path directory = top.resolve("new/one");
        Set<String> before = Set.of(permissions(top));
        export(directory, Readers.named(word));
        assertThat(of(directory)).containsExactly(files);
        assertThat(whileWriting.values())
                .as("nobody reads what is not finished")
                .isNotEmpty()
                .containsOnly("rw-------");
        assertThat(permissions(directory)).isEqualTo(folders);
        assertThat(permissions(directory.getParent())).isEqualTo(folders);
        assertThat(permissions(top)).as("what was there stays as it was").isIn(before);
    }

    @Test
    void theNextExportClosesWhatWasOpen() throws IOException {
        Path directory = Files.createDirectory(top.resolve("there"));
        export(directory, Readers.EVERYONE);
        export(directory, Readers.OWNER);
        assertThat(of(directory)).containsExactly("rw-------");
    }

    private void export(Path directory, Readers readers) throws IOException {
        SampleStore store = new SampleStore().publish(CIRCUITS, circuits(0, 5, 1));
        store.beforeRows(dataset -> {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.getFileName().toString().equals(temporary(dataset)))
                        .forEach(file -> whileWriting.putIfAbsent(dataset.key(), permissions(file)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        try (OpenDirectory open =
                ExportRoots.of(null, ContainerPlaces.none()).open(directory.toAbsolutePath(), readers)) {
            new ExportRun(new SampleElement(), store, Clock.systemUTC())
                    .into(open, new Layout(Set.of(Format.CSV), true, readers), () -> {});
        }
    }

    private static String temporary(Listing listing) {
        return StagedFile.temporaryName(Format.CSV.fileName((Dataset) listing));
    }

    private static Set<String> of(Path directory) throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> all.add(permissions(file)));
        }
        return all;
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
