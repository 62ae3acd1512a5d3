/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** The assembly with a vendor, and persons of each role: who may look, who may change, and who may do all. */
final class ConsoleScene implements AutoCloseable {
    static final Login VIEWER = new Login("vera", "vera-test-password");
    static final Login MANAGER = new Login("max", "max-test-password");
    static final Login ADMIN = new Login("ada", "ada-test-password");

    /** Known to the host, and of no role of ours. */
    static final Login STRANGER = new Login("stan", "stan-test-password");

    private final SimulatorProcess vendor;
    private final KarafProcess karaf;
    private JMXConnector jmx;

    /** A name and its password. */
    record Login(String user, String password) {}

    /** @param settings lines of the element's file beside where the vendor is */
    ConsoleScene(String name, int circuits, String settings) throws Exception {
        vendor = SimulatorProcess.start("--circuits", String.valueOf(circuits), "--tickets", "100");
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), name);
        add(VIEWER, "viewer");
        // who manages has to look, too: the host's roles don't contain each other
        add(MANAGER, "manager");
        add(ADMIN, "admin");
        add(STRANGER, "ssh");
        karaf.write(
                "etc/io.vsatlink.satprov-uat.cfg",
                "host = http://127.0.0.1\nport = " + vendor.port() + "\napiUsername = vsat\n" + settings);
        for (String kind : List.of("frontend", "backend")) {
            karaf.write(
                    "etc/io.vsatlink.etms-" + kind + ".cfg",
                    "host = http://127.0.0.1\nport = " + vendor.port()
                            + "\nusername = AutoVSATDataMiner\npassword = secret\n"
                            + "apiKey = etms-key\nrouteTo = UAT\nticketListId = VSAT-OPEN\nelementType = " + kind
                            + "\n");
        }
        karaf.edit("system.properties", Map.of("io.vsatlink.hostNames", "noc.known.example"));
        Files.createDirectories(files());
    }

    /** One that is started, with a small network that is polled. */
    static ConsoleScene polled(String name) throws Exception {
        ConsoleScene scene = new ConsoleScene(name, 60, "apiPassword = secret\n");
        try {
            scene.start();
            scene.awaitAllPolled();
        } catch (Exception | AssertionError e) {
            scene.close();
            throw e;
        }
        return scene;
    }

    private void add(Login login, String... roles) throws Exception {
        karaf.addUser(login.user(), login.password(), List.of(roles));
    }

    static String allDisabled() {
        return Arrays.stream(Dataset.values())
                .map(dataset -> dataset.key() + ".state = disabled\n")
                .collect(Collectors.joining());
    }

    void start() throws Exception {
        karaf.start();
        jmx = karaf.connect();
        Await.until("the page", () -> status("") == 200);
        Await.until("the exporter", () -> Bean.of(jmx.getMBeanServerConnection(), "type=Exporter,name=uat")
                .exists());
    }

    void awaitAllPolled() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Await.until(dataset + " polled", () -> Bean.of(
                            jmx.getMBeanServerConnection(), "type=Satprov,name=uat,dataset=" + dataset.title())
                    .text("Status")
                    .equals("Succeeded"));
        }
    }

    /** What an operation of the element or one of its rows is, for tests that only prepare. */
    Bean bean(String keys) throws Exception {
        return Bean.of(jmx.getMBeanServerConnection(), keys);
    }

    /** @param line a pattern of all of it */
    void awaitAudit(String line) throws Exception {
        Await.until("in the audit log: " + line, () -> Arrays.stream(
                        karaf.read("data/log/karaf.log").split("\\R", -1))
                .anyMatch(each -> each.matches(".*\\| audit +\\|.* \\| " + line)));
    }

    MBeanServerConnection jmx() throws IOException {
        return jmx.getMBeanServerConnection();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + karaf.httpPort() + "/vsatlink/" + path);
    }

    private int status(String path) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    Vendor vendor() {
        return new Vendor(vendor.port());
    }

    KarafProcess karaf() {
        return karaf;
    }

    /** Where exports go. */
    Path files() {
        return karaf.home().resolve("files");
    }

    @Override
    public void close() throws Exception {
        if (jmx != null) {
            jmx.close();
        }
        karaf.close();
        vendor.close();
    }
}
