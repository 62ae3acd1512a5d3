/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.itests.Ssh;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.Test;

/**
 * The archive in a stock Karaf without an HTTP service: it runs without web pages, and adds them once the host has the
 * service.
 */
class ConsoleArrivesIT {
    private static final String PASSWORD = "hana-test-password";

    @Test
    void theConsoleComesWithTheHostsHttpWhiteboardAndIsMissedByNobodyBefore() throws Exception {
        try (KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("karaf.tar")), "arrives")) {
            // the repository in which the host finds its own HTTP bundles
            karaf.edit(
                    "org.ops4j.pax.url.mvn.cfg",
                    Map.of("org.ops4j.pax.url.mvn.localRepository", System.getProperty("maven.local")));
            karaf.addUser("hana", PASSWORD, List.of("viewer", "manager", "admin", "ssh"));
            karaf.start();
            Path deploy = karaf.home().resolve("deploy");
            Path beside = Files.copy(
                    Path.of(System.getProperty("vsatlink.kar")), karaf.home().resolve("vsatlink.kar"));
            Files.move(beside, deploy.resolve("vsatlink.kar"), StandardCopyOption.ATOMIC_MOVE);
            try (JMXConnector jmx = karaf.connect()) {
                Await.until("the store", () -> Bean.of(jmx.getMBeanServerConnection(), "type=Store")
                        .exists());
            }
            assertEquals(0, status(karaf));
            try (Ssh ssh = new Ssh(karaf.sshPort())) {
                Ssh.Answer answer = ssh.run("hana", PASSWORD, "feature:install http-whiteboard");
                assertEquals(0, answer.exit(), answer.output());
            }
            Await.until("the console", () -> status(karaf) == 200);
        }
    }

    /** The status of the page; 0 if nothing listens. */
    private static int status(KarafProcess karaf) throws InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + karaf.httpPort() + "/vsatlink/");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
