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

/** The assembly with a vendor, and users with the roles viewer, manager and admin. */
final class ConsoleScene implements AutoCloseable {
    static final Login VIEWER = new Login("vera", "vera-test-password");
    static final Login MANAGER = new Login("max", "max-test-password");
    static final Login ADMIN = new Login("ada", "ada-test-password");

    /** A host user without one of our roles. */
    static final Login STRANGER = new Login("stan", "stan-test-password");

    private final SimulatorProcess vendor;
    private final KarafProcess karaf;
    private JMXConnector jmx;

    /** A user name and password. */
    record Login(String user, String password) {}

    /** @param settings additional lines of the element's file */
    ConsoleScene(String name, int circuits, String settings) throws Exception {
        vendor = SimulatorProcess.start("--circuits", String.valueOf(circuits), "--tickets", "100");
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), name);
        add(VIEWER, "viewer");
        // a manager needs the viewer role too: the host's roles do not include each other
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

    /** A started assembly whose small network has been polled. */
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

    /** An MBean, for tests that need it for preparation only. */
    Bean bean(String keys) throws Exception {
        return Bean.of(jmx.getMBeanServerConnection(), keys);
    }

    /** @param line a pattern for the whole line */
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

    /** The export directory. */
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
