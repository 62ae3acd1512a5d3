/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Ssh;
import io.vsatlink.itests.Vendor;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import org.apache.sshd.client.session.ClientSession;

/** The assembly with all test users, two held datasets, and a vendor that counts calls. */
final class Scene implements AutoCloseable {
    static final String ELEMENT = "type=Satprov,name=uat";

    /** The held datasets, one to accept by JMX and one by shell. */
    static final Dataset HELD_FOR_JMX = Dataset.CIRCUITS;

    static final Dataset HELD_FOR_SHELL = Dataset.ESP_PIRS;

    static final String FRONTEND = "type=Etms,name=frontend";
    static final String BACKEND = "type=Etms,name=backend";

    private static final List<String> FILES =
            List.of("satprov-uat", "exporter-uat", "store", "etms-frontend", "etms-backend");

    /** Requests that ETMS refuses permanently: two to retry and two to discard. */
    private static final int REFUSED = 4;

    private final SimulatorProcess vendor = SimulatorProcess.start("--circuits", "60");
    private final Vendor rows = new Vendor(vendor.port());
    private final KarafProcess karaf;
    private final Ssh ssh;
    private final Map<Person, MBeanServerConnection> connections = new EnumMap<>(Person.class);
    private final Deque<JMXConnector> connectors = new ArrayDeque<>();
    private final List<Long> refused = new ArrayList<>();
    private MBeanServerConnection everything;

    Scene() throws Exception {
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "roles");
        for (Person person : Person.values()) {
            karaf.addUser(person.user(), person.password(), person.roles());
        }
        karaf.write(
                "etc/io.vsatlink.satprov-uat.cfg",
                "host = http://127.0.0.1\nport = " + vendor.port() + "\napiUsername = vsat\napiPassword = secret\n");
        karaf.write(
                "etc/io.vsatlink.satprov-gone.cfg",
                "host = http://127.0.0.1\nport = " + vendor.port() + "\napiUsername = vsat\napiPassword = secret\n");
        karaf.write("etc/io.vsatlink.exporter-uat.cfg", "fileExportPath = " + folder("export") + "\n");
        for (String element : List.of("frontend", "backend")) {
            karaf.edit(
                    "io.vsatlink.etms-" + element + ".cfg",
                    Map.of(
                            "host", "http://127.0.0.1",
                            "port", String.valueOf(vendor.port()),
                            "username", "AutoVSATDataMiner",
                            "password", "secret",
                            "apiKey", "etms-key",
                            "routeTo", "UAT",
                            "ticketListId", "VSAT-ALL",
                            "elementType", element,
                            "refreshTime", "1d"));
        }
        ssh = new Ssh(karaf.sshPort());
    }

    /** Waits until everything is polled and two datasets are held. */
    void begin() throws Exception {
        karaf.start();
        everything = opened(karaf.connect());
        for (Dataset dataset : Dataset.values()) {
            awaitStatus(dataset, "Succeeded");
        }
        removeTheOther();
        hold(HELD_FOR_JMX);
        hold(HELD_FOR_SHELL);
        Bean frontend = Bean.of(everything, FRONTEND);
        Await.until("the tickets", () -> frontend.exists() && frontend.number("TotalTickets") > 0);
        for (int i = 0; i < REFUSED; i++) {
            String receipt = request(everything, BACKEND, "addNote", "ETM" + i, "a note on no ticket", "");
            refused.add(Long.parseLong(receipt.replaceAll("\\D+(\\d+)\\D.*", "$1")));
        }
        awaitRefused();
    }

    /** Removes the file of another element, whose rows stay in the database. */
    private void removeTheOther() throws Exception {
        Bean gone = Bean.of(everything, "type=Satprov,name=gone,dataset=" + Dataset.CIRCUITS.title());
        Await.until("it has polled", () -> gone.exists() && gone.text("Status").equals("Succeeded"));
        Files.delete(karaf.home().resolve("etc/io.vsatlink.satprov-gone.cfg"));
        Await.until("it is gone", () -> !gone.exists());
    }

    /** One of the refused requests. */
    long refused(int which) {
        return refused.get(which);
    }

    /** Waits until all refused requests are blocked, including retried ones. */
    void awaitRefused() throws Exception {
        Bean backend = Bean.of(everything, BACKEND);
        Await.until("nothing waits", () -> backend.number("RequestsWaiting") == 0);
    }

    /** Calls an operation with text arguments. */
    static String request(MBeanServerConnection jmx, String keys, String operation, String... arguments)
            throws IOException, JMException {
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        return (String) jmx.invoke(Bean.of(jmx, keys).name(), operation, arguments, types);
    }

    /** The id of some ticket. */
    String aTicket() throws Exception {
        return new ObjectMapper()
                .readTree(vendor.get("etms/tickets").lines().findFirst().orElseThrow())
                .path("ticketId")
                .asText();
    }

    /** The host's MBeans as the person sees them. */
    MBeanServerConnection jmx(Person person) throws IOException {
        if (!connections.containsKey(person)) {
            connections.put(person, opened(karaf.connect(person.user(), person.password())));
        }
        return connections.get(person);
    }

    Bean bean(Person person, String keys) throws IOException, JMException {
        return Bean.of(jmx(person), keys);
    }

    Ssh.Answer shell(Person person, String command) throws IOException {
        return ssh.run(person.user(), person.password(), command);
    }

    /** An ssh session for features other than commands. */
    ClientSession session(Person person) throws IOException {
        return ssh.comeIn(person.user(), person.password());
    }

    /** Whether the person's ssh session reaches the web console, which listens on loopback only. */
    boolean forwards(Person person) throws IOException {
        return ssh.forwards(person.user(), person.password(), karaf.httpPort());
    }

    /** A folder on the container's machine. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(karaf.home().resolve("data").resolve(name));
    }

    /** The key of some customer. */
    String aCustomer() throws Exception {
        return rows.truth(Dataset.CUSTOMERS).keySet().iterator().next();
    }

    static String row(Dataset dataset) {
        return ELEMENT + ",dataset=" + dataset.title();
    }

    void awaitStatus(Dataset dataset, String status) throws Exception {
        Bean row = Bean.of(everything, row(dataset));
        Await.until(
                dataset + " " + status, () -> row.exists() && row.text("Status").equals(status));
    }

    /** Everything that an action could change: calls to the vendor, files, held datasets. */
    String state() throws Exception {
        StringBuilder state = new StringBuilder(vendor.get("calls"));
        for (String file : FILES) {
            state.append('\n').append(karaf.read("etc/io.vsatlink." + file + ".cfg"));
        }
        state.append(vendor.get("etms/writes"));
        for (String requests : List.of("RequestsWaiting", "RequestsDelivered", "RequestsBlocked")) {
            state.append(Bean.of(everything, BACKEND).number(requests)).append(' ');
        }
        for (Dataset dataset : Dataset.values()) {
            Bean row = Bean.of(everything, row(dataset));
            state.append('\n').append(dataset).append(row.text("Status")).append(row.text("LastAttempt"));
        }
        for (String folder : List.of("export", "backup")) {
            try (Stream<Path> entries = Files.list(folder(folder))) {
                state.append('\n').append(folder).append(entries.toList());
            }
        }
        return state.toString();
    }

    /** Removes all rows of a dataset at the vendor, so that its poll is held. */
    private void hold(Dataset dataset) throws Exception {
        rows.change(dataset, "{\"remove\":" + rows.truth(dataset).size() + "}");
        Bean.of(everything, row(dataset)).call("poll");
        awaitStatus(dataset, "Held");
    }

    private MBeanServerConnection opened(JMXConnector connector) throws IOException {
        connectors.push(connector);
        return connector.getMBeanServerConnection();
    }

    @Override
    public void close() throws Exception {
        ssh.close();
        for (JMXConnector connector : connectors) {
            connector.close();
        }
        karaf.close();
        vendor.close();
    }
}
