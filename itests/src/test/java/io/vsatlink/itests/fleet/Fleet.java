/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Three containers on one database, the carriers' simulators, and what goes on all the time: the carriers' staff changes rows and
 * tickets, and at each container somebody asks for polls and accepts requests.
 */
final class Fleet implements AutoCloseable {
    static final int MEMBERS = 3;
    private static final List<Dataset> DATASETS = List.of(Dataset.values());
    private static final long POLL_MILLIS = 700;
    private static final long REQUEST_MILLIS = 400;
    private static final long STAFF_MILLIS = 1_000;

    private final CallBook calls = new CallBook();
    private final Requests a = new Requests("a");
    private final Requests b = new Requests("b");
    private final List<SimulatorProcess> carriers;
    private final List<Member> members = new ArrayList<>();
    private final List<Subject> subjects;
    private final List<Thread> threads = new ArrayList<>();
    private final DatabasePair database;
    private volatile boolean staffWorks = true;
    private volatile boolean over;

    private interface Turn {
        void take() throws Exception;
    }

    Fleet(Path folder, long seed) throws Exception {
        this.database = new DatabasePair(folder);
        this.carriers = List.of(
                SimulatorProcess.start("--circuits", "300", "--tickets", "60", "--etms-latency", "20"),
                SimulatorProcess.start("--circuits", "10", "--tickets", "60", "--etms-latency", "20", "--seed", "7"));
        List<Integer> ports = new ArrayList<>();
        for (SimulatorProcess carrier : carriers) {
            // one that is free at the address of the first member is free at those of the others
            try (Relay free = new Relay("127.0.0.11", 0, carrier.port(), none -> {})) {
                ports.add(free.port());
            }
        }
        for (int number = 1; number <= MEMBERS; number++) {
            members.add(Member.of(folder, number, database.port(), carriers, ports, calls));
        }
        subjects = List.of(
                Subject.polls("uat", carriers.get(0).port()),
                Subject.frontend(Member.system(ports.get(0)), carriers.get(0).port()),
                Subject.frontend(Member.system(ports.get(1)), carriers.get(1).port()));
        Random random = new Random(seed);
        repeat("staff", STAFF_MILLIS, () -> work(random));
    }

    void start() throws Exception {
        for (Member member : members) {
            member.start();
            Random random = new Random(member.name().hashCode());
            repeat(member.name() + "-polls", POLL_MILLIS, () -> {
                if (member.answers()) {
                    Dataset dataset = DATASETS.get(random.nextInt(DATASETS.size()));
                    String unused = member.bean("type=Satprov,name=uat,dataset=" + dataset.title())
                            .call("poll");
                }
            });
            repeat(member.name() + "-requests", REQUEST_MILLIS, () -> {
                if (member.answers()) {
                    (random.nextBoolean() ? a : b).ask(member, staffWorks);
                }
            });
        }
    }

    private void repeat(String name, long millis, Turn turn) {
        Thread thread = new Thread(
                () -> {
                    while (!over) {
                        try {
                            turn.take();
                        } catch (Exception e) {
                            // the container is gone at present, or does not answer
                        }
                        LockSupport.parkNanos(millis * 1_000_000);
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void work(Random random) throws Exception {
        if (staffWorks) {
            Dataset dataset = DATASETS.get(random.nextInt(DATASETS.size()));
            int moved = random.nextInt(3);
            new Vendor(carriers.get(0).port())
                    .change(
                            dataset,
                            "{\"add\":%d,\"change\":%d,\"remove\":%d}".formatted(moved, random.nextInt(6), moved));
            carriers.get(random.nextInt(2)).post("etms/work", "{\"open\":1,\"change\":2,\"close\":1}");
        }
    }

    /** The carriers' staff goes home, and the platform has no new tickets. */
    void rest() {
        staffWorks = false;
    }

    DatabasePair database() {
        return database;
    }

    List<Member> members() {
        return members;
    }

    List<Subject> subjects() {
        return subjects;
    }

    List<SimulatorProcess> carriers() {
        return carriers;
    }

    CallBook calls() {
        return calls;
    }

    /** By carrier. */
    List<Requests> requests() {
        return List.of(a, b);
    }

    @Override
    public void close() throws Exception {
        over = true;
        for (Member member : members) {
            member.close();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        carriers.forEach(SimulatorProcess::close);
        database.close();
    }
}
