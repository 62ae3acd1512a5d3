/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.exporter.SampleElement;
import io.vsatlink.exporter.SampleStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRootsTest {
    @TempDir
    private Path top;

    private Path root;
    private Path outside;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectory(top.toRealPath().resolve("root"));
        outside = Files.createDirectory(top.toRealPath().resolve("outside"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void whereNoneIsNamedAnyPlaceIsAllowed(String property) throws IOException {
        ExportRoots roots = ExportRoots.of(property, ContainerPlaces.none());
        assertThat(roots.restriction().accepts("/anywhere")).isTrue();
        assertThat(roots.restriction().words()).isEmpty();
        Path missing = outside.resolve("one/two");
        try (OpenDirectory open = roots.open(missing, Readers.OWNER)) {
            assertThat(open.path()).isEqualTo(missing);
        }
        assertThat(missing).isDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/exports, true",
        "/srv/exports/uat, true",
        "/data, true",
        "/srv/exports2, false",
        "/srv, false",
        "/, false",
        "/var/data, false"
    })
    void aPathIsJudgedByItsTextWhenItIsSet(String path, boolean allowed) {
        ExportRoots roots = ExportRoots.of("/srv/exports/ , /data", ContainerPlaces.none());
        assertThat(roots.restriction().accepts(path)).isEqualTo(allowed);
        assertThat(roots.restriction().words()).isEqualTo(", inside /srv/exports or /data");
    }

    @Test
    void anEntryThatIsNoAbsoluteDirectoryAllowsNothing() {
        ExportRoots roots = ExportRoots.of("exports, ,a\0b", ContainerPlaces.none());
        assertThat(roots.restriction().accepts("/exports")).isFalse();
        assertThat(roots.restriction().words()).isEqualTo(", inside any directory listed in io.vsatlink.exportRoots");
        assertRefused(roots, outside);
    }

    @Test
    void createsWhatIsMissingInsideARoot() throws IOException {
        Path missing = root.resolve("one/two");
        try (OpenDirectory open =
                ExportRoots.of(root.toString(), ContainerPlaces.none()).open(missing, Readers.OWNER)) {
            assertThat(open.path()).isEqualTo(missing);
        }
        assertThat(missing).isDirectory();
    }

    @Test
    void aLinkThatLeadsOutIsRefusedAlsoWithWhatIsMissingBehindIt() throws IOException {
        ExportRoots roots = ExportRoots.of(root.toString(), ContainerPlaces.none());
        Path link = Files.createSymbolicLink(root.resolve("link"), outside);
        assertThatThrownBy(() -> roots.open(link, Readers.OWNER))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(link + ": leads to " + outside + ", which is not inside " + root);
        assertRefused(roots, link.resolve("new"));
        assertRefused(roots, root.resolve("../outside"));
        assertThat(outside).isEmptyDirectory();
        Files.createSymbolicLink(root.resolve("dangling"), outside.resolve("new"));
        assertThatThrownBy(() -> roots.open(root.resolve("dangling"), Readers.OWNER))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void linksThatStayInsideAndRootsThatAreLinksAreFine() throws IOException {
        Path rootLink = Files.createSymbolicLink(top.resolve("exports"), root);
        Path inside = Files.createDirectory(root.resolve("inside"));
        Files.createSymbolicLink(root.resolve("link"), inside);
        try (OpenDirectory open = ExportRoots.of(rootLink.toString(), ContainerPlaces.none())
                .open(rootLink.resolve("link"), Readers.OWNER)) {
            assertThat(open.path()).isEqualTo(inside);
        }
    }

    @Test
    void aRootThatDoesNotExistContainsNothing() {
        assertRefused(ExportRoots.of(top.resolve("gone").toString(), ContainerPlaces.none()), top.resolve("gone/uat"));
    }

    @Test
    void aLinkThatIsSwappedWhileExportsRunLetsNoFileOut() throws IOException {
        ExportRoots roots = ExportRoots.of(root.toString(), ContainerPlaces.none());
        Path inside = Files.createDirectory(root.resolve("inside"));
        Path export = Files.createSymbolicLink(root.resolve("export"), inside);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> swapping = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                point(export, outside);
                point(export, inside);
            }
        });
        int refused = 0;
        int exported = 0;
        while (!swapping.isDone() && (refused < 20 || exported < 20)) {
            try (OpenDirectory open = roots.open(export, Readers.OWNER)) {
                new ExportRun(new SampleElement(), new SampleStore(), Clock.systemUTC())
                        .into(open, new Layout(Set.of(Format.CSV), true, Readers.OWNER), () -> {});
                exported++;
            } catch (FileSystemException e) {
                refused++;
            }
            assertThat(outside).isEmptyDirectory();
        }
        done.set(true);
        assertThat(swapping).succeedsWithin(Duration.ofSeconds(20));
    }

    private static void point(Path link, Path target) {
        try {
            Path next = Files.createSymbolicLink(link.resolveSibling("next"), target);
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(ExportRoots roots, Path path) {
        assertThatThrownBy(() -> roots.open(path, Readers.OWNER))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("which is not inside");
    }
}
