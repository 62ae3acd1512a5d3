/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive stays in the Karaf we build with and in an older one, both at the same time: most of a stay is waiting.
 */
class HotDeployIT {
    @TempDir
    Path folder;

    @Test
    void theHostNoticesNothing() throws Exception {
        List<Path> karafs =
                List.of(Path.of(System.getProperty("karaf.tar")), Path.of(System.getProperty("karaf.older.tar")));
        ExecutorService hosts = Executors.newFixedThreadPool(karafs.size());
        try {
            List<Executable> stays = new ArrayList<>();
            for (Path karaf : karafs) {
                Path files = Files.createTempDirectory(folder, "stay");
                Future<?> stay = hosts.submit(() -> {
                    new ArchiveStay(karaf, files).fromComingToGoing();
                    return null;
                });
                stays.add(stay::get);
            }
            assertAll(stays.stream());
        } finally {
            hosts.shutdownNow();
        }
    }
}
