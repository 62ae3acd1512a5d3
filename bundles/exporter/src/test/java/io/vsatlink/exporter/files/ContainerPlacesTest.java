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
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerPlacesTest {
    private static final List<String> TABOO = List.of(
            "etc",
            "deploy",
            "system",
            "data/cache",
            "data/log",
            "data/security",
            "data/tmp",
            "data/vsatlink",
            "data/vsatlink/db/seg0",
            "bin",
            "lib",
            "lib/boot");

    @TempDir
    private Path top;

    private Path karaf;
    private Path outside;
    private Map<String, String> properties;

    @BeforeEach
    void aKaraf() throws IOException {
        karaf = Files.createDirectory(top.toRealPath().resolve("karaf"));
        outside = Files.createDirectory(top.toRealPath().resolve("outside"));
        for (String folder : TABOO) {
            Files.createDirectories(karaf.resolve(folder));
        }
        properties = new HashMap<>(Map.of("karaf.base", karaf.toString(), "karaf.home", karaf.toString()));
    }

    @Test
    void whatTheContainerWorksInIsRefusedWhenItIsSetAndWhenItIsUsedWithAndWithoutRoots() throws IOException {
        for (String named :
                new String[] {null, karaf.toString(), karaf.resolve("etc").toString()}) {
            ExportRoots roots = ExportRoots.of(named, ContainerPlaces.of(properties::get));
            for (String folder : TABOO) {
                for (Path path :
                        List.of(karaf.resolve(folder), karaf.resolve(folder).resolve("new/one"))) {
                    assertThat(roots.restriction().objection().apply(path.toString()))
                            .as("%s in %s", path, named)
                            .hasValueSatisfying(
                                    why -> assertThat(why)
                                            .endsWith(
                                                    " is one of the container's own folders, which are not allowed for exports"));
                    assertRefused(roots, path);
                    assertThat(karaf.resolve(folder).resolve("new")).doesNotExist();
                }
            }
        }
    }

    /** Many a container exports into a folder of its own below {@code data}, and goes on to. */
    @Test
    void dataItselfIsRefusedAndAnotherFolderInItIsNot() throws IOException {
        ExportRoots roots = ExportRoots.of(null, ContainerPlaces.of(properties::get));
        assertRefused(roots, karaf.resolve("data"));
        Path export = karaf.resolve("data/export");
        assertThat(roots.restriction().accepts(export.toString())).isTrue();
        roots.open(export, Readers.OWNER).close();
    }

    @Test
    void aLinkIntoOneIsRefusedWhenItIsUsed() throws IOException {
        ExportRoots roots = ExportRoots.of(null, ContainerPlaces.of(properties::get));
        Path link = Files.createSymbolicLink(outside.resolve("link"), karaf.resolve("etc"));
        assertRefused(roots, link);
        assertRefused(roots, link.resolve("new"));
        assertThat(karaf.resolve("etc")).isEmptyDirectory();
    }

    @Test
    void aPlaceThatIsALinkIsRefusedByBothItsNames() throws IOException {
        Path data = Files.createDirectory(outside.resolve("karaf-data"));
        Files.createSymbolicLink(karaf.resolve("link"), data);
        properties.put("karaf.data", karaf.resolve("link").toString());
        ExportRoots roots = ExportRoots.of(null, ContainerPlaces.of(properties::get));
        assertRefused(roots, data);
        assertRefused(roots, karaf.resolve("link/vsatlink"));
        assertThat(roots.restriction().accepts(data.toString())).isFalse();
    }

    @Test
    void thePlacesOfAPlainFelixAreRefusedToo() {
        properties.clear();
        properties.put("org.osgi.framework.storage", karaf.resolve("data").toString());
        properties.put("felix.fileinstall.dir", karaf.resolve("etc") + ", " + karaf.resolve("deploy"));
        ExportRoots roots = ExportRoots.of(null, ContainerPlaces.of(properties::get));
        assertRefused(roots, karaf.resolve("data/bundle7/data/db"));
        assertRefused(roots, karaf.resolve("etc"));
        assertRefused(roots, karaf.resolve("deploy"));
        assertThat(roots.restriction().accepts(karaf.resolve("bin").toString())).isTrue();
    }

    @Test
    void besideThemAnExportMayGo() throws IOException {
        ExportRoots roots = ExportRoots.of(null, ContainerPlaces.of(properties::get));
        for (Path path : List.of(outside, karaf.resolve("files"), karaf.resolve("etcetera"), karaf)) {
            assertThat(roots.restriction().accepts(path.toString())).isTrue();
            roots.open(path, Readers.OWNER).close();
        }
    }

    @Test
    void aLinkThatIsSwappedWhileExportsRunLetsNoFileIntoOne() throws IOException {
        ExportRoots roots = ExportRoots.of(null, ContainerPlaces.of(properties::get));
        Path etc = karaf.resolve("etc");
        Path inside = Files.createDirectory(outside.resolve("inside"));
        Path export = Files.createSymbolicLink(outside.resolve("export"), inside);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> swapping = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                point(export, etc);
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
            assertThat(etc).isEmptyDirectory();
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
                .hasMessageContaining("is one of the container's own folders, which are not allowed for exports");
        assertThatThrownBy(() -> roots.real(path)).isInstanceOf(FileSystemException.class);
    }
}
