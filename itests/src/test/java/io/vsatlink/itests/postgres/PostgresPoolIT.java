/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.postgresql.Driver;

/** The store on the pool of ours, which arrives with its driver while the store waits, is changed, and goes. */
class PostgresPoolIT {
    @TempDir
    Path folder;

    @Test
    void theStoreFollowsThePool() throws Exception {
        Path log = folder.resolve("postgresql.log");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("log_statement", "all")
                        .setOutputRedirector(ProcessBuilder.Redirect.to(log.toFile()))
                        .start();
                SimulatorProcess simulator = SimulatorProcess.start("--circuits", "300");
                FelixHost felix =
                        FelixHost.start(folder.resolve("felix"), configurations(simulator.port(), server.getPort()))) {
            Bean store = bean("type=Store");
            Await.until(
                    "the store waits",
                    () -> store.exists()
                            && store.text("HealthReason").contains("no data source service named vsatlink-postgresql"));

            install(felix.context());
            Bean circuits = bean("type=Satprov,name=uat,dataset=Circuits");
            Await.until(
                    "circuits are polled",
                    () -> circuits.exists() && circuits.text("Status").equals("Succeeded"));
            assertTrue(store.text("Database").endsWith(" through data source vsatlink-postgresql"));
            assertEquals(300, circuits.number("TotalItems"));
            assertTrue(Files.readString(log).contains("COPY circuits ("), "by COPY");

            Bean pool = bean("type=PostgreSql");
            assertEquals("OK", pool.text("Health"), pool.text("HealthReason"));
            pool.set("PoolSize", 3L);
            Await.until(
                    "the store has the new pool",
                    () -> store.text("Health").equals("OK")
                            && pool.text("Health").equals("OK"));
            pool.set("DatabaseUrl", "");
            Await.until(
                    "the store waits again",
                    () -> store.text("Health").equals("Critical")
                            && store.text("HealthReason").contains("vsatlink-postgresql"));
        }
    }

    /** The way out of Derby and back, with polls going on. */
    @Test
    void everythingMovesToThePoolsDatabaseAndBackAndTheSettingFollows() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                SimulatorProcess simulator = SimulatorProcess.start("--circuits", "300");
                FelixHost felix = FelixHost.start(
                        folder.resolve("felix"),
                        configurations(simulator.port(), server.getPort(), Map.of("historyRetention", "40d")))) {
            Bean circuits = bean("type=Satprov,name=uat,dataset=Circuits");
            Await.until(
                    "circuits are polled",
                    () -> circuits.exists() && circuits.text("Status").equals("Succeeded"));
            install(felix.context());
            Bean store = bean("type=Store");
            Await.until(
                    "the pool is connected",
                    () -> bean("type=PostgreSql").exists()
                            && bean("type=PostgreSql").text("HealthReason").startsWith("Connected to "));

            List<String> lines = new ArrayList<>();
            String result = move(felix.context(), "vsatlink-postgresql", lines);
            assertTrue(
                    result.startsWith("All data was moved, and the store uses data source vsatlink-postgresql"),
                    result);
            assertTrue(lines.contains("circuits: 300 rows"), lines.toString());
            assertTrue(store.text("Database").endsWith(" through data source vsatlink-postgresql"));
            assertEquals("vsatlink-postgresql", store.text("DataSource"));
            Path file = folder.resolve("felix/etc/io.vsatlink.store.cfg");
            String written = Files.readString(file);
            assertTrue(written.contains("dataSource = vsatlink-postgresql") && written.contains("40d"), written);
            assertEquals(300, circuits.number("TotalItems"));
            String before = circuits.text("LastPolled");
            String unused = circuits.call("poll");
            Await.until("polls go on", () -> !circuits.text("LastPolled").equals(before));

            assertTrue(move(felix.context(), "", lines).contains("the embedded database"));
            assertTrue(store.text("Database").startsWith("Derby "), store.text("Database"));
            assertEquals("", store.text("DataSource"));
        }
    }

    /** As the command does, which only a Karaf has. Its interface is not exported. */
    private static String move(BundleContext context, String dataSource, List<String> lines) throws Exception {
        ServiceReference<?> reference = context.getAllServiceReferences("io.vsatlink.store.StoreMove", null)[0];
        Object service = context.getService(reference);
        Class<?> type = reference.getBundle().loadClass("io.vsatlink.store.StoreMove");
        Consumer<String> taker = lines::add;
        return (String) type.getMethod("move", String.class, boolean.class, Consumer.class)
                .invoke(service, dataSource, true, taker);
    }

    private static Map<String, Map<String, String>> configurations(int vendor, int database) {
        return configurations(vendor, database, Map.of("dataSource", "vsatlink-postgresql"));
    }

    private static Map<String, Map<String, String>> configurations(
            int vendor, int database, Map<String, String> store) {
        return Map.of(
                "io.vsatlink.postgresql",
                Map.of(
                        "databaseUrl",
                        "jdbc:postgresql://127.0.0.1:" + database + "/postgres",
                        "databaseUser",
                        "postgres"),
                "io.vsatlink.store",
                store,
                "io.vsatlink.satprov~uat",
                Map.of(
                        "host", "http://127.0.0.1",
                        "port", String.valueOf(vendor),
                        "apiUsername", "vsat",
                        "apiPassword", "secret"));
    }

    /** What the feature brings. */
    private static void install(BundleContext context) throws Exception {
        String driver =
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toString();
        context.installBundle("reference:" + driver).start();
        try (Stream<Path> built = Files.list(Path.of("../bundles/postgresql-pool/target"))) {
            Path pool = built.filter(
                            file -> file.getFileName().toString().matches("postgresql-pool-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
            context.installBundle("reference:" + pool.toUri()).start();
        }
    }

    private static Bean bean(String keys) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), keys);
    }
}
