/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.etms.ticketing.TmfPlatform;
import io.vsatlink.itests.Ssh;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.parameters.PlantedSecrets;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** The assembly with a frontend and a backend, a platform with a ticketing system, and a busy vendor. */
final class EtmsScene implements AutoCloseable {
    static final String FRONTEND = "type=Etms,name=frontend";
    static final String BACKEND = "type=Etms,name=backend";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERNAME = "AutoVSATDataMiner";

    private final SimulatorProcess vendor;
    private final TmfPlatform platform = new TmfPlatform();
    private final KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "etms");
    private final Ssh ssh = new Ssh(karaf.sshPort());
    private final PlantedSecrets secrets;
    private JMXConnector connector;

    EtmsScene(String password, String key, PlantedSecrets secrets) throws Exception {
        this.secrets = secrets;
        vendor = SimulatorProcess.start(
                "--circuits", "60", "--tickets", "40", "--etms-password", password, "--etms-api-key", key);
        Path files = Files.createDirectories(karaf.home().resolve("files"));
        karaf.edit(
                "io.vsatlink.satprov-uat.cfg",
                Map.of("host", "http://127.0.0.1", "port", port(), "apiUsername", "vsat", "apiPassword", "secret"));
        karaf.edit("io.vsatlink.exporter-uat.cfg", Map.of("fileExport", "enabled", "fileExportPath", files.toString()));
        for (String type : List.of("Frontend", "Backend")) {
            Map<String, String> settings = new HashMap<>(Map.of("host", "http://127.0.0.1", "port", port()));
            settings.putAll(Map.of("username", USERNAME, "password", password, "apiKey", key, "routeTo", "UAT"));
            settings.putAll(Map.of("elementType", type, "ticketListId", "VSAT-ALL", "refreshTime", "1d"));
            settings.putAll(Map.of("ticketingUrl", platform.url(), "closeFromPlatform", "enabled"));
            settings.put("requestsPerSecond", "0");
            karaf.edit("io.vsatlink.etms-" + type.toLowerCase(Locale.ROOT) + ".cfg", settings);
        }
        karaf.edit("system.properties", Map.of("karaf.history", history().toString()));
        Subscriber.pack(karaf.home().resolve("deploy/subscriber.jar"));
    }

    private String port() {
        return String.valueOf(vendor.port());
    }

    void start() throws Exception {
        karaf.start();
        connector = karaf.connect();
        Await.until("the subscriber", () -> jmx().isRegistered(new ObjectName(Subscriber.NAME)));
        Await.until("the shell", this::shellAnswers);
        for (Dataset dataset : Dataset.values()) {
            Bean row = Bean.of(jmx(), "type=Satprov,name=uat,dataset=" + dataset.title());
            Await.until(
                    dataset + " polled",
                    () -> row.exists() && row.text("Status").equals("Succeeded"));
        }
        Await.until("exported", () -> Files.exists(karaf.home().resolve("files/manifest.json")));
        Await.until("the tickets", () -> frontend().exists() && frontend().number("TotalTickets") > 0);
        Await.until(
                "the backend",
                () -> backend().exists() && backend().text("ConnectionStatus").equals("Connected"));
    }

    /** Stops the container normally, so that all files are complete. */
    void stop() throws Exception {
        connector.close();
        karaf.stop();
    }

    KarafProcess karaf() {
        return karaf;
    }

    TmfPlatform platform() {
        return platform;
    }

    SimulatorProcess vendor() {
        return vendor;
    }

    Bean frontend() throws Exception {
        return Bean.of(jmx(), FRONTEND);
    }

    Bean backend() throws Exception {
        return Bean.of(jmx(), BACKEND);
    }

    MBeanServerConnection jmx() throws IOException {
        return connector.getMBeanServerConnection();
    }

    /** Reads all attributes of the elements' MBeans. */
    void readEverything() throws Exception {
        for (Bean bean : List.of(frontend(), backend())) {
            List<String> names = new ArrayList<>();
            for (var attribute : jmx().getMBeanInfo(bean.name()).getAttributes()) {
                names.add(attribute.getName());
            }
            for (Attribute attribute : jmx().getAttributes(bean.name(), names.toArray(String[]::new))
                    .asList()) {
                secrets.output(attribute.toString());
            }
        }
        secrets.output(subscriber().getHeard().toString());
    }

    SubscriberMBean subscriber() throws IOException, JMException {
        return JMX.newMBeanProxy(jmx(), new ObjectName(Subscriber.NAME), SubscriberMBean.class);
    }

    /** Waits for an event of the topic with this value of a property. */
    Map<String, String> heard(String topic, String property, String value) throws Exception {
        List<Map<String, String>> found = new ArrayList<>();
        Await.until(topic + " with " + property + " " + value, () -> {
            subscriber().getHeard().stream()
                    .filter(event -> topic.equals(event.get("event.topics")) && value.equals(event.get(property)))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** The output of a command that must succeed. */
    String shell(String line) throws IOException {
        return answer(line, 0);
    }

    /** The output of a command that must fail. */
    String refusal(String line) throws IOException {
        return answer(line, 1);
    }

    private String answer(String line, int exit) throws IOException {
        Ssh.Answer answer = ssh.run(KarafProcess.USER, KarafProcess.PASSWORD, line);
        secrets.output(answer.output());
        assertEquals(exit, answer.exit(), line + ": " + answer.output());
        return answer.output();
    }

    private boolean shellAnswers() {
        try {
            return ssh.run(KarafProcess.USER, KarafProcess.PASSWORD, "shell:date")
                            .exit()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Enters a secret at the prompt without echo, as docs/secrets.md describes. */
    void typeSecret(String setting, String secret) throws Exception {
        secrets.output(ssh.type(
                KarafProcess.USER,
                KarafProcess.PASSWORD,
                ")> ",
                "vsat:parameter-set --element frontend " + setting,
                setting + ": ",
                secret,
                setting + " = ********",
                "logout"));
    }

    /** The history of commands typed into the shell. */
    Path history() {
        return karaf.home().resolve("data/shell.history");
    }

    /** Polls the tickets and waits for the result. */
    String poll() throws IOException {
        return shell("etms:poll --element frontend");
    }

    /** Opens a ticket at the carrier; returns its id. */
    String opened() throws IOException {
        return JSON.readTree(vendor.post("etms/work", "{\"open\":1}"))
                .at("/opened/0")
                .asText();
    }

    /** Changes a field of a ticket at the carrier. */
    void set(String ticketId, String field, Object value) throws IOException {
        vendor.post("etms/work", JSON.writeValueAsString(Map.of("set", Map.of(ticketId, Map.of(field, value)))));
    }

    /** The carrier's own records: {@code tickets} or {@code activities}. */
    List<JsonNode> books(String what) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : vendor.get("etms/" + what).lines().toList()) {
            entries.add(JSON.readTree(line));
        }
        return entries;
    }

    /** A ticket in the carrier's records. */
    JsonNode ticket(String field, String value) throws IOException {
        return books("tickets").stream()
                .filter(ticket -> ticket.path(field).asText().equals(value))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    /** The platform's ticket for a ticket of ETMS; missing if there is none yet. */
    JsonNode atPlatform(String ticketId) {
        return platform.tickets.values().stream()
                .filter(ticket -> ticket.path("externalId").asText().equals(ticketId))
                .<JsonNode>map(ticket -> ticket)
                .findFirst()
                .orElse(JSON.missingNode());
    }

    void awaitAtPlatform(String ticketId) throws Exception {
        Await.until(ticketId + " at the platform", () -> !atPlatform(ticketId).isMissingNode());
    }

    /** A monitored circuit whose customer is known in the VSAT database. */
    JsonNode circuit() throws Exception {
        return new Vendor(vendor.port())
                .truth(Dataset.CIRCUITS).values().stream()
                        .filter(circuit -> circuit.path("customerNumber").isTextual()
                                && circuit.path("serviceTier").asInt() >= 2
                                && circuit.path("nocStatus").asText().equals("Managed"))
                        .findFirst()
                        .orElseThrow();
    }

    @Override
    public void close() throws Exception {
        ssh.close();
        karaf.close();
        vendor.close();
        platform.close();
    }
}
