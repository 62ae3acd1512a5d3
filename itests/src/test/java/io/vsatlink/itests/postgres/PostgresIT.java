/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * All datasets are polled into PostgreSQL and exported. The driver is a bundle of its own that arrives after ours, as in a
 * container to which somebody else has brought it.
 */
class PostgresIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "noc";

    @TempDir
    Path folder;

    @Test
    void pollsIntoPostgresqlAndExports() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Path log = folder.resolve("postgresql.log");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("log_statement", "all")
                        .setOutputRedirector(ProcessBuilder.Redirect.to(log.toFile()))
                        .start();
                SimulatorProcess simulator = SimulatorProcess.start("--circuits", "700", "--seed", "7");
                FelixHost felix = FelixHost.start(folder.resolve("felix"), configurations(simulator.port(), files))) {
            Bean store = bean("type=Store");
            Await.until(
                    "the store looks for its data source",
                    () -> store.exists()
                            && store.text("Database").contains("There is no data source service named " + NAME));

            ServiceRegistration<DataSource> source = connect(felix.context(), server.getPort());
            Await.until("the store is open", () -> store.text("Database").startsWith("PostgreSQL "));
            assertTrue(store.text("Database").endsWith(" through data source " + NAME), store.text("Database"));
            awaitPolled();
            Bean exporter = bean("type=Exporter,name=uat");
            String unused = exporter.call("exportNow");
            Await.until("exported", () -> !exporter.text("LastExported").isEmpty());
            Vendor vendor = new Vendor(simulator.port());
            for (Dataset dataset : Dataset.values()) {
                assertKeys(vendor.truth(dataset), dataset, files.resolve(dataset.fileStem() + ".jsonl"));
                // the driver's classes are the same for its bundle and ours
                assertTrue(
                        Files.readString(log)
                                .contains("COPY " + dataset.fileStem().replace('-', '_') + " ("),
                        dataset::key);
            }

            source.unregister();
            Await.until(
                    "the loss is reported",
                    () -> store.text("Health").equals("Critical")
                            && store.text("HealthReason").contains(NAME));
            connect(felix.context(), server.getPort());
            Await.until("the store is open again", () -> store.text("Health").equals("OK"));
        }
    }

    private static Map<String, Map<String, String>> configurations(int port, Path files) {
        return Map.of(
                "io.vsatlink.store",
                Map.of("dataSource", NAME),
                "io.vsatlink.satprov~uat",
                Map.of(
                        "host", "http://127.0.0.1",
                        "port", String.valueOf(port),
                        "apiUsername", "vsat",
                        "apiPassword", "secret"),
                "io.vsatlink.exporter~uat",
                Map.of("fileExportPath", files.toString(), "formats", "jsonl"));
    }

    /** Installs the driver if it is missing, and offers the database as a service. */
    private static ServiceRegistration<DataSource> connect(BundleContext context, int port) throws Exception {
        String jar = PGSimpleDataSource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        Bundle driver = context.installBundle("reference:" + jar);
        driver.start();
        Class<?> type = driver.loadClass(PGSimpleDataSource.class.getName());
        DataSource source = (DataSource) type.getConstructor().newInstance();
        Method address = type.getMethod("setURL", String.class);
        address.invoke(source, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
        Dictionary<String, String> properties = new Hashtable<>(Map.of("osgi.jndi.service.name", NAME));
        return context.registerService(DataSource.class, source, properties);
    }

    private static void awaitPolled() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Bean row = bean("type=Satprov,name=uat,dataset=" + dataset.title());
            Await.until(
                    dataset + " is polled",
                    () -> row.exists() && row.text("Status").equals("Succeeded"));
        }
    }

    private static void assertKeys(Map<String, JsonNode> truth, Dataset dataset, Path file) throws Exception {
        List<String> keys = Files.readAllLines(file).stream()
                .map(line -> read(line).get(dataset.keyColumn().name()).asText())
                .toList();
        assertEquals(List.copyOf(truth.keySet()), keys);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bean bean(String keys) throws Exception {
        return Bean.of(ManagementFactory.getPlatformMBeanServer(), keys);
    }
}
