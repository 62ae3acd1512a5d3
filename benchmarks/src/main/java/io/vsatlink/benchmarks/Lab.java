/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import io.vsatlink.api.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder and simulators shared by the contenders of one workload; removed at the end. */
final class Lab implements AutoCloseable {
    static final String HEAP = "-Xmx512m";

    private final Size size;
    private final Path folder;
    private final List<Vendor> vendors = new ArrayList<>();
    private final List<Postgres> servers = new ArrayList<>();

    Lab(Size size, Path folder) throws IOException {
        this.size = size;
        this.folder = folder;
        delete(folder);
        Files.createDirectories(folder);
    }

    Size size() {
        return size;
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    Vendor vendor(int circuits) throws IOException {
        Vendor vendor = Vendor.start(circuits);
        vendors.add(vendor);
        return vendor;
    }

    Postgres postgres() throws IOException {
        Postgres server = Postgres.start(folder("postgresql"));
        servers.add(server);
        return server;
    }

    /** A data folder of ours in which these datasets were polled once. */
    Path polled(Vendor vendor, Dataset... datasets) throws Exception {
        Path data = folder("polled-" + vendor.port());
        try (Ours ours = Ours.start(data, HEAP, vendor.port(), Map.of())) {
            ours.poll(datasets);
            ours.stop();
        }
        return data;
    }

    /** @param to an empty folder, or one that does not exist yet */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        vendors.forEach(Vendor::close);
        for (Postgres server : servers) {
            server.close();
        }
        delete(folder);
    }
}
