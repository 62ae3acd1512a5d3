/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two containers, processes of their own with equal names and settings, share a database. Each duty is one's, and the other goes on
 * when that one is suspended or killed.
 */
class FleetIT {
    private static final String ELSEWHERE = " polls this element";

    @TempDir
    Path folder;

    @Test
    void whatASuspendedOrKilledContainerDidTheOtherOneDoes() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                SimulatorProcess vendor = SimulatorProcess.start("--circuits", "300", "--tickets", "20");
                FelixProcess first = container("noc-1", vendor, server);
                FelixProcess second = container("noc-2", vendor, server)) {
            first.start();
            awaitPolled(first);
            awaitMirrored(first);
            second.start();
            awaitSpare(second);
            assertEquals(300, circuits(second).number("TotalItems"));
            String before = circuits(first).text("LastPolled");
            String said = circuits(second).call("poll");
            assertTrue(said.startsWith("Passed on: ") && said.contains(ELSEWHERE), said);
            awaitNewPoll(circuits(first), before);
            Await.until("the first knows both", () -> bean(first, "type=Store").number("Containers") == 2);
            awaitSettings(server);

            Signal.STOP.to(first.pid());
            Await.until("the second polls", () -> text(second, "LoginStatus").equals("Success"));
            awaitPolledAgain(second);
            awaitMirrored(second);
            Signal.CONT.to(first.pid());
            awaitSpare(first);
            assertEquals("Succeeded", circuits(first).text("Status"));

            second.kill();
            Await.until("the first polls", () -> !text(first, "LoginReason").contains(ELSEWHERE));
            awaitPolledAgain(first);
            awaitMirrored(first);
        }
    }

    private FelixProcess container(String name, SimulatorProcess vendor, EmbeddedPostgres server) throws IOException {
        FelixProcess felix =
                new FelixProcess(folder.resolve(name), "-Xmx256m", "-Dfelix.bundles=" + FleetBundles.path());
        Files.createDirectories(felix.etc().path());
        felix.etc()
                .write(
                        "io.vsatlink.postgresql",
                        Map.of(
                                "databaseUrl",
                                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
                                "databaseUser",
                                "postgres"));
        felix.etc().write("io.vsatlink.store", Map.of("dataSource", "vsatlink-postgresql"));
        felix.etc()
                .write(
                        "io.vsatlink.satprov~uat",
                        Map.of(
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(vendor.port()),
                                "apiUsername", "vsat",
                                "apiPassword", "secret"));
        felix.etc()
                .write(
                        "io.vsatlink.etms~front",
                        Map.of(
                                "elementType", "Frontend",
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(vendor.port()),
                                "username", "AutoVSATDataMiner",
                                "password", "secret",
                                "apiKey", "etms-key",
                                "routeTo", "UAT",
                                "ticketListId", "VSAT-ALL",
                                "refreshTime", "1m"));
        return felix;
    }

    /** Both record theirs under the same name, and nothing secret. */
    private static void awaitSettings(EmbeddedPostgres server) throws Exception {
        Await.until("recorded settings", () -> {
            List<String> texts = settings(server);
            return texts.size() == 1 && texts.get(0).contains("Satprov/uat/circuits.interval=1d");
        });
        assertFalse(settings(server).get(0).contains("=secret"));
    }

    private static List<String> settings(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT content FROM element_memory WHERE element = '' ORDER BY name")) {
            List<String> found = new ArrayList<>();
            while (result.next()) {
                found.add(result.getString(1));
            }
            return found;
        }
    }

    private static void awaitPolled(FelixProcess container) throws Exception {
        Bean circuits = circuits(container);
        Await.until(
                "circuits are polled",
                () -> circuits.exists() && circuits.text("Status").equals("Succeeded"));
    }

    /** This container does it, and the other one's data stays until then. */
    private static void awaitPolledAgain(FelixProcess container) throws Exception {
        Bean circuits = circuits(container);
        String before = circuits.text("LastPolled");
        assertFalse(before.isEmpty());
        Await.until("a poll is accepted", () -> circuits.call("poll").startsWith("1 queued"));
        awaitNewPoll(circuits, before);
    }

    private static void awaitNewPoll(Bean circuits, String before) throws Exception {
        Await.until(
                "circuits are polled again",
                () -> circuits.text("Status").equals("Succeeded")
                        && !circuits.text("LastPolled").equals(before));
        assertEquals(300, circuits.number("TotalItems"));
    }

    /** This container mirrors the tickets. */
    private static void awaitMirrored(FelixProcess container) throws Exception {
        Bean frontend = bean(container, "type=Etms,name=front");
        Await.until(
                "it is the frontend",
                () -> frontend.exists()
                        && frontend.text("HealthReason").equals("the tickets are up to date or being polled"));
    }

    /** The other container does all, and this one shows it. */
    private static void awaitSpare(FelixProcess container) throws Exception {
        Bean element = bean(container, "type=Satprov,name=uat");
        Bean frontend = bean(container, "type=Etms,name=front");
        Await.until(
                "the other one polls",
                () -> element.exists() && element.text("LoginReason").contains(ELSEWHERE));
        Await.until(
                "the other one is the frontend",
                () -> frontend.exists() && frontend.text("HealthReason").endsWith(" is the frontend of this system"));
        Await.until(
                "its data are shown", () -> circuits(container).text("Status").equals("Succeeded"));
        Await.same("its health", "OK", () -> element.text("Health"));
    }

    private static String text(FelixProcess container, String attribute) throws Exception {
        return bean(container, "type=Satprov,name=uat").text(attribute);
    }

    private static Bean circuits(FelixProcess container) throws Exception {
        return bean(container, "type=Satprov,name=uat,dataset=Circuits");
    }

    private static Bean bean(FelixProcess container, String keys) throws Exception {
        return Bean.of(container.jmx(), keys);
    }
}
