/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.migration;

import io.vsatlink.store.dialect.Database;
import io.vsatlink.store.dialect.EmbeddedDerby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that upgrades a database and dies during the upgrade, as by {@code kill -9}. */
final class KilledUpgrade {
    private static final int STATUS = 137;

    /** The version after the first step of an upgrade from schema 3. */
    static final int FIRST_STEP = 4;

    private KilledUpgrade() {}

    /** When it dies. */
    enum Moment {
        /** While the database is being copied. */
        COPYING,
        /** Within the first step, after some of its statements; the record of the step is never written. */
        WITHIN,
        /** After the last step, while the database is open. */
        AFTER
    }

    /** A clock that kills the process that reads it, which the migration does after a step's statements. */
    private static final class Deadly extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw die();
        }
    }

    /** @param statements of the first step that are executed before */
    static void run(Path database, Moment moment, int statements) throws IOException, InterruptedException {
        Path output = Files.createTempFile(database.getParent(), "child", ".txt");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledUpgrade.class.getName(),
                        database.toString(),
                        moment.name(),
                        String.valueOf(statements))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (status != STATUS) {
            throw new IOException("the child ended with " + status + ": " + Files.readString(output));
        }
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Database database = EmbeddedDerby.open(folder);
        switch (Moment.valueOf(arguments[1])) {
            case COPYING -> {
                dieWith(folder.resolveSibling(folder.getFileName() + "-schema-3.part"));
                new SchemaMigration(new Deadly()).migrate(database);
            }
            case WITHIN ->
                new SchemaMigration(cutShort(database, Integer.parseInt(arguments[2])), new Deadly()).migrate(database);
            case AFTER -> new SchemaMigration(Clock.systemUTC()).migrate(database);
        }
        throw die();
    }

    private static void dieWith(Path file) {
        Thread watch = new Thread(() -> {
            while (!Files.exists(file)) {
                Thread.onSpinWait();
            }
            throw die();
        });
        watch.start();
    }

    private static List<SchemaStep> cutShort(Database database, int statements) {
        List<SchemaStep> steps = new ArrayList<>(SchemaStep.known().subList(0, FIRST_STEP));
        SchemaStep cut = steps.remove(FIRST_STEP - 1);
        String script = String.join(";\n", cut.statements(database.dialect()).subList(0, statements));
        steps.add(new SchemaStep(cut.version(), script));
        return steps;
    }

    private static AssertionError die() {
        Runtime.getRuntime().halt(STATUS);
        return new AssertionError("a dead process goes on");
    }
}
