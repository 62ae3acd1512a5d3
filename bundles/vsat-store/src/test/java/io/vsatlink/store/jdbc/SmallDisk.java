/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.Rows;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.store.dialect.EmbeddedDerby;
import io.vsatlink.store.lease.Occupant;
import io.vsatlink.store.move.Move;
import io.vsatlink.store.move.MoveProgress;
import io.vsatlink.store.move.Side;
import io.vsatlink.store.sort.RowSorter;
import io.vsatlink.store.sort.SortSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Another JVM on a disk of a few megabytes that only it can see; it prints what happens there. */
final class SmallDisk {
    private static final int CHUNK = 1 << 20;

    private SmallDisk() {}

    /** Polls until the disk is full, frees space and continues. */
    static List<String> fill(Path mountPoint) throws IOException, InterruptedException {
        return run(mountPoint, "exec \"$@\" fill");
    }

    /** Creates a database, then opens it on a disk that can no longer be written. */
    static List<String> makeReadOnly(Path mountPoint) throws IOException, InterruptedException {
        return run(mountPoint, "\"$@\" open && mount -o remount,ro \"$0\" && exec \"$@\" open");
    }

    /** Sorts on the disk until it is full. */
    static List<String> sort(Path mountPoint) throws IOException, InterruptedException {
        return run(mountPoint, "exec \"$@\" sort");
    }

    /** Moves a database of PostgreSQL to the disk, which becomes full meanwhile, and once more when it has space. */
    static List<String> move(Path mountPoint, String address) throws IOException, InterruptedException {
        return run(mountPoint, "exec \"$@\" move " + address);
    }

    /** @return its output, line by line */
    private static List<String> run(Path mountPoint, String script) throws IOException, InterruptedException {
        Files.createDirectory(mountPoint);
        Path output = Files.createTempFile(mountPoint.getParent(), "small-disk", ".txt");
        Process process = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=30m tmpfs \"$0\" && " + script,
                        mountPoint.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallDisk.class.getName(),
                        mountPoint.toString())
                // Derby writes its log here if it can't write it beside the database
                .directory(mountPoint.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        return Files.readAllLines(output);
    }

    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        if (arguments[1].equals("sort")) {
            tell("failed", failureOfASort(disk));
            return;
        }
        if (arguments[1].equals("move")) {
            move(disk, disk.resolve("rubbish"), Postgres.source(arguments[2]));
            return;
        }
        try (EmbeddedDerby derby = EmbeddedDerby.open(disk.resolve("db"))) {
            tell("opened", true);
            if (arguments[1].equals("fill")) {
                fill(disk.resolve("rubbish"), derby);
            }
        } catch (StoreException e) {
            tell("refused", e.getMessage());
        }
    }

    private static void fill(Path rubbish, EmbeddedDerby derby) throws IOException {
        try (JdbcVsatStore store = JdbcVsatStore.open(derby, Clock.systemUTC())) {
            Truth.publishNext(store);
            writeUntilFull(rubbish);
            tell("failed", failureOfAPoll(store));
            tell("trouble", derby.trouble().orElse("none"));
            tell("still", failureOfAPoll(store));
            Files.delete(rubbish);
            tell("whole", isAsItShouldBe(store));
            Truth.publishNext(store);
            tell("next", isAsItShouldBe(store));
            tell("trouble after", derby.trouble().orElse("none"));
            tell("lost", derby.lost());
        }
    }

    private static void move(Path disk, Path rubbish, DataSource source) throws IOException {
        try {
            move(disk, source, line -> {
                if (line.startsWith("element_memory: ")) {
                    writeUntilFull(rubbish);
                }
            });
        } catch (StoreException e) {
            tell("failed", e.getMessage());
        }
        Files.delete(rubbish);
        move(disk, source, line -> {});
        try (JdbcVsatStore store = JdbcVsatStore.open(EmbeddedDerby.open(disk.resolve("db")), Clock.systemUTC())) {
            tell("whole", isAsItShouldBe(store));
        }
    }

    private static void move(Path disk, DataSource source, Consumer<String> lines) {
        Clock clock = Clock.systemUTC();
        Occupant occupant = Occupant.ofThisProcess();
        try (Side to = Side.target("", EmbeddedDerby.open(disk.resolve("db")), occupant, clock, false);
                Side from = Side.source("pg", Postgres.open(source), occupant, clock)) {
            new Move(from, to, clock, new MoveProgress(lines)).run();
        }
    }

    private static void tell(String what, Object value) {
        System.out.println(what + ": " + value);
    }

    private static void writeUntilFull(Path rubbish) {
        try (var out = Files.newOutputStream(rubbish)) {
            while (true) {
                out.write(new byte[CHUNK]);
            }
        } catch (IOException e) {
            System.out.println("filled");
        }
    }

    private static String failureOfAPoll(JdbcVsatStore store) {
        try (GenerationWriter writer = store.open(Truth.ELEMENT, Dataset.CIRCUITS)) {
            for (int from = 0; from < 100_000; from += 250) {
                writer.write(Rows.circuits(from, from + 250, 1));
            }
            return "nothing failed";
        } catch (StoreException e) {
            return e.getMessage();
        }
    }

    private static String failureOfASort(Path disk) {
        try (RowSorter sorter = new RowSorter(Dataset.CIRCUITS, "circuits", new SortSpace(disk, CHUNK))) {
            Object[] values = new Object[Dataset.CIRCUITS.columns().size() + 1];
            values[values.length - 1] = "x".repeat(30_000);
            for (int i = 0; i < 2_000; i++) {
                values[0] = "CIR-" + i;
                sorter.add(values);
            }
            return "nothing failed";
        } catch (StoreException e) {
            return e.getMessage();
        }
    }

    private static boolean isAsItShouldBe(JdbcVsatStore store) {
        try (Snapshot snapshot = store.snapshot(Truth.ELEMENT)) {
            Generation current = snapshot.generation(Dataset.CIRCUITS).orElseThrow();
            return Truth.read(snapshot).equals(Truth.rows(current.number()));
        }
    }
}
