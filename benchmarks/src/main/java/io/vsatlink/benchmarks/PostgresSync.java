/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks;

import static io.vsatlink.benchmarks.Ratio.Direction.AT_LEAST;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.benchmarks.Contender.Outcome;
import io.vsatlink.benchmarks.floor.PlainPostgres;
import java.nio.file.Path;
import java.util.List;

/** Polls all circuits from a fast vendor into an empty database of PostgreSQL. */
final class PostgresSync implements Workload {
    private static final Dataset CIRCUITS = Dataset.CIRCUITS;

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String title(Size size) {
        return "first sync on PostgreSQL, %,d rows".formatted(size.circuits);
    }

    @Override
    public Plan prepare(Lab lab) throws Exception {
        Vendor vendor = lab.vendor(lab.size().circuits);
        Content truth = vendor.truth(CIRCUITS);
        Postgres server = lab.postgres();
        Contender batch = new Contender("batch", truth, folder -> batch(vendor, server));
        Contender ours = new Contender("ours", truth, folder -> ours(folder, vendor, server));
        return new Plan(
                List.of(batch, batch.again(), ours),
                List.of(
                        Ratio.times("our speed / batch", batch.name(), ours.name(), AT_LEAST, 2),
                        Ratio.cpu("CPU of batch / ours, with the server's", batch.name(), ours.name(), AT_LEAST, 2),
                        Ratio.control(batch)));
    }

    private static Outcome batch(Vendor vendor, Postgres server) throws Exception {
        try (Postgres.Database database = server.create()) {
            double cpu = server.cpuSeconds();
            Measured measured = FloorProcess.run(Lab.HEAP, PlainPostgres.class, vendor.port(), database.url());
            return new Outcome(
                    measured.withCpuOfOthers(server.cpuSeconds() - cpu), database.content(CIRCUITS, "circuits"));
        }
    }

    private static Outcome ours(Path folder, Vendor vendor, Postgres server) throws Exception {
        try (Postgres.Database database = server.create();
                Ours ours = Ours.start(folder, Lab.HEAP, vendor.port(), database)) {
            double cpu = server.cpuSeconds();
            Measured measured = ours.meter().measure(() -> ours.poll(CIRCUITS));
            measured = measured.withCpuOfOthers(server.cpuSeconds() - cpu);
            ours.stop();
            return new Outcome(measured, database.content(CIRCUITS, "circuits_current"));
        }
    }
}
