/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs Linux and the right to mount file systems in a separate namespace. */
class SmallDiskTest {
    @TempDir
    Path folder;

    @Test
    void aFullDiskFailsThePollWithASentenceAndTheDatabaseResumesOnceSpaceIsFree() throws Exception {
        List<String> told = SmallDisk.fill(folder.resolve("disk"));
        String database = folder.resolve("disk").resolve("db").toString();
        assertThat(told).contains("filled");
        assertThat(lineOf("failed", told))
                .contains("the disk is full or cannot be written")
                .contains(database);
        assertThat(lineOf("trouble", told)).contains("the disk is full").contains(database);
        assertThat(lineOf("still", told)).contains("the disk is full or cannot be written");
        assertThat(told).contains("whole: true", "next: true", "trouble after: none", "lost: false");
    }

    @Test
    void aReadOnlyDatabaseIsRefused() throws Exception {
        List<String> told = SmallDisk.makeReadOnly(folder.resolve("disk"));
        assertThat(told).contains("opened: true");
        assertThat(lineOf("refused", told))
                .contains("cannot be written")
                .contains(folder.resolve("disk").resolve("db").toString());
    }

    @Test
    void aSortThatFillsTheDiskFailsWithASentenceNamingTheFolder() throws Exception {
        List<String> told = SmallDisk.sort(folder.resolve("disk"));
        assertThat(lineOf("failed", told))
                .contains("circuits: its rows cannot be sorted in the folder " + folder.resolve("disk"))
                .contains("No space left on device");
    }

    @Test
    void aMoveThatFillsTheDiskFailsWithASentenceAndCanBeRepeated() throws Exception {
        String address = Postgres.createAddress();
        try (JdbcVsatStore store = JdbcVsatStore.open(Postgres.open(Postgres.source(address)), Clock.systemUTC())) {
            Truth.publishNext(store);
            Truth.publishNext(store);
        }
        List<String> told = SmallDisk.move(folder.resolve("disk"), address);
        assertThat(told).contains("filled");
        assertThat(lineOf("failed", told))
                .contains("circuits: the disk is full or cannot be written")
                .contains(folder.resolve("disk").resolve("db").toString());
        assertThat(told).contains("whole: true");
    }

    private static String lineOf(String what, List<String> told) {
        return told.stream()
                .filter(line -> line.startsWith(what + ": "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("it said: " + String.join("\n", told)));
    }
}
