/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Repeated rounds: rows change at the vendor, the container polls and exports, and it is killed at some moment. The
 * remaining data is checked; then the container is restarted and must reach the vendor's current rows in store and
 * files.
 */
final class Ordeal implements AutoCloseable {
    static final String KILLS = "kills";
    private static final int HELD_IN = 8;
    private static final int STARTS_KILLED_IN = 6;

    private final Victim victim;
    private final Vendor vendor;
    private final Random random;
    private final VendorLife life;
    private final ExportFolder folder;
    private final ExportWatch watch;
    private final Watching watching;
    private final Path work;
    private final Tally tally = new Tally();
    private final Map<Dataset, Map<String, JsonNode>> truth = new EnumMap<>(Dataset.class);
    /** Datasets published while their rows changed: their expected rows are unknown. */
    private final Set<Dataset> unknown = EnumSet.noneOf(Dataset.class);

    private Map<Dataset, Long> published = new EnumMap<>(Dataset.class);
    private boolean regained;
    private long cycleNanos = TimeUnit.SECONDS.toNanos(3);

    /** @param work an empty folder for copies of the database */
    Ordeal(Victim victim, Vendor vendor, Random random, Path work) {
        this.victim = victim;
        this.vendor = vendor;
        this.random = random;
        this.life = new VendorLife(vendor, random);
        this.folder = new ExportFolder(victim.files());
        this.watch = new ExportWatch(folder);
        this.watching = new Watching(watch);
        this.work = work;
    }

    /** The first poll, killed some time after its start; then everything is polled. */
    void begin() throws Exception {
        learnTruth();
        victim.start();
        pause(random.nextLong(cycleNanos));
        kill();
        judgeAtRest(EnumSet.noneOf(Dataset.class));
        recover();
    }

    void round() throws Exception {
        // restored rows must be polled before they can be removed again
        boolean held = !regained && random.nextInt(HELD_IN) == 0;
        regained = held;
        Set<Dataset> inMotion = EnumSet.noneOf(Dataset.class);
        life.work();
        if (held) {
            life.loseMany();
        } else if (random.nextInt(3) == 0) {
            inMotion = life.workOn();
        }
        Readings readings = new Readings(victim.jmx());
        readings.pollAll();
        Moment other = random.nextBoolean() ? Moment.ANY_TIME : Moment.FILES_ARE_NAMED;
        Moment moment = held ? Moment.HELD_IS_ACCEPTED : other;
        await(moment, readings);
        kill();
        tally.count("kills, " + moment);
        life.rest();
        tally.count("rounds with rows that move while pages are read", !inMotion.isEmpty());
        judgeAtRest(inMotion);
        if (random.nextInt(STARTS_KILLED_IN) == 0) {
            startAndKill();
        }
        recover();
        if (held) {
            life.regainMany();
        }
    }

    private void await(Moment moment, Readings readings) throws Exception {
        switch (moment) {
            case ANY_TIME -> pause(random.nextLong(cycleNanos * 5 / 4));
            case FILES_ARE_NAMED -> {
                long deadline = System.nanoTime() + 4 * cycleNanos;
                while (!folder.isAboutToBeNamed() && System.nanoTime() < deadline) {
                    Thread.onSpinWait();
                }
                pause(random.nextLong(TimeUnit.MILLISECONDS.toNanos(2)));
            }
            case HELD_IS_ACCEPTED -> {
                readings.awaitIdle();
                assertEquals(List.of(VendorLife.HELD), readings.with("Held"));
                readings.dataset(VendorLife.HELD).call("acceptDeletions");
                pause(random.nextLong(TimeUnit.MILLISECONDS.toNanos(80)));
            }
        }
    }

    /** Kills the container again during its start. */
    private void startAndKill() throws Exception {
        long nanos = random.nextLong(TimeUnit.SECONDS.toNanos(4));
        FutureTask<Boolean> killer = new FutureTask<>(() -> {
            pause(nanos);
            return victim.process().destroyForcibly();
        });
        new Thread(killer).start();
        try {
            victim.start();
            tally.count("kills while starting, after JMX answered");
        } catch (java.io.IOException | IllegalStateException e) {
            tally.count("kills while starting, before JMX answered");
        }
        killer.get();
        kill();
        judgeAtRest(EnumSet.noneOf(Dataset.class));
    }

    private void kill() throws Exception {
        victim.kill();
        tally.count(KILLS);
    }

    /** @param inMotion the datasets whose rows changed during the poll */
    private void judgeAtRest(Set<Dataset> inMotion) throws Exception {
        tally.count("found temporary files", folder.temporary() > 0);
        boolean files = folder.manifest().isPresent();
        tally.count("found files of two sets", files && !watch.isOneSet());
        assertEquals(List.of(), watch.faults());
        if (!Files.exists(victim.database().resolve("service.properties"))) {
            tally.count("found no database yet");
            return;
        }
        Path copy = Files.createTempDirectory(work, "rest");
        try (StoreAtRest store = StoreAtRest.copyOf(victim.database(), copy, Element.NAME)) {
            if (!store.hasTables()) {
                tally.count("found a database without its tables");
                return;
            }
            Map<Dataset, Long> now = store.generations();
            for (Dataset dataset : Dataset.values()) {
                long before = published.getOrDefault(dataset, 0L);
                long after = now.getOrDefault(dataset, 0L);
                assertTrue(after >= before, dataset + " went back from " + before + " to " + after);
                if (after > 0) {
                    store.assertConsistent(dataset);
                }
                if (after > before) {
                    truth.put(dataset, vendor.truth(dataset));
                    if (inMotion.contains(dataset)) {
                        unknown.add(dataset);
                    }
                }
                if (after > 0 && !unknown.contains(dataset)) {
                    Oracle.assertRowsEqual(
                            truth.get(dataset), store.rows(dataset).iterator(), dataset);
                    tally.count("datasets compared at rest, row for row");
                }
            }
            tally.count("found a generation half written", store.unpublished() > store.held());
            tally.count("found one held", store.held() > 0);
            tally.count("found some datasets published and others not", !now.equals(published) && after(now) < 8);
            published = now;
        } finally {
            Folders.delete(copy);
        }
    }

    private long after(Map<Dataset, Long> now) {
        return now.entrySet().stream()
                .filter(each -> each.getValue() > published.getOrDefault(each.getKey(), 0L))
                .count();
    }

    private void recover() throws Exception {
        victim.start();
        Readings readings = new Readings(victim.jmx());
        readings.awaitLogin();
        long began = System.nanoTime();
        readings.pollAll();
        readings.awaitIdle();
        for (Dataset held : readings.with("Held")) {
            readings.dataset(held).call("acceptDeletions");
        }
        readings.awaitIdle();
        readings.awaitExport(folder);
        cycleNanos = System.nanoTime() - began;
        assertEquals(Dataset.values().length, readings.with("Succeeded").size());
        learnTruth();
        Map<Dataset, Long> now = readings.generations();
        for (Dataset dataset : Dataset.values()) {
            assertTrue(now.get(dataset) > published.getOrDefault(dataset, 0L), dataset + " is polled again");
            Oracle.assertCsvEquals(truth.get(dataset), folder.path().resolve(dataset.fileStem() + ".csv"), dataset);
        }
        published = now;
        assertTrue(watch.isOneSet(), "the files are one set");
        assertEquals(0, folder.temporary(), "temporary files");
        assertEquals(List.of(), watch.faults());
    }

    private void learnTruth() throws Exception {
        unknown.clear();
        for (Dataset dataset : Dataset.values()) {
            truth.put(dataset, vendor.truth(dataset));
        }
    }

    /** The last kill. */
    void end() throws Exception {
        kill();
        judgeAtRest(EnumSet.noneOf(Dataset.class));
    }

    /** A Markdown list. */
    String met() {
        return tally.lines() + "- the observer: " + watch.summary() + "\n";
    }

    long kills() {
        return tally.of(KILLS);
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    @Override
    public void close() throws Exception {
        victim.close();
        watching.close();
    }
}
