package io.vsatlink.itests.roles;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Await;
import io.vsatlink.itests.KarafProcess;
import io.vsatlink.itests.Ssh;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.felix.Bean;
import io.vsatlink.simulator.process.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** The assembly with all persons known to it, two datasets held, and a vendor who counts the calls. */
final class Scene implements AutoCloseable {
    static final String ELEMENT = "type=Satprov,name=uat";

    /** What is held, for who accepts by JMX and for who accepts by shell. */
    static final Dataset HELD_FOR_JMX = Dataset.CIRCUITS;

    static final Dataset HELD_FOR_SHELL = Dataset.ESP_PIRS;

    private static final List<String> FILES = List.of("satprov-uat", "exporter-uat", "store");

    private final SimulatorProcess vendor = SimulatorProcess.start("--circuits", "60");
    private final Vendor rows = new Vendor(vendor.port());
    private final KarafProcess karaf;
    private final Ssh ssh;
    private final Map<Person, MBeanServerConnection> connections = new EnumMap<>(Person.class);
    private final Deque<JMXConnector> connectors = new ArrayDeque<>();
    private MBeanServerConnection everything;

    Scene() throws Exception {
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "roles");
        for (Person person : Person.values()) {
            karaf.addUser(person.user(), person.password(), person.roles());
        }
        karaf.write(
                "etc/io.vsatlink.satprov-uat.cfg",
                "host = http://127.0.0.1\nport = " + vendor.port() + "\napiUsername = vsat\napiPassword = secret\n");
        karaf.write("etc/io.vsatlink.exporter-uat.cfg", "fileExportPath = " + folder("export") + "\n");
        ssh = new Ssh(karaf.sshPort());
    }

    /** Takes until all is polled, and two datasets are held. */
    void begin() throws Exception {
        karaf.start();
        everything = opened(karaf.connect());
        for (Dataset dataset : Dataset.values()) {
            awaitStatus(dataset, "Succeeded");
        }
        hold(HELD_FOR_JMX);
        hold(HELD_FOR_SHELL);
    }

    /** The host's MBeans as the person is shown them. */
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

    /** A folder of the machine that Karaf runs on. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(karaf.home().resolve("data").resolve(name));
    }

    /** The key of one. */
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

    /** Whatever a deed changes: calls to the vendor, files, what is held. */
    String state() throws Exception {
        StringBuilder state = new StringBuilder(vendor.get("calls"));
        for (String file : FILES) {
            state.append('\n').append(karaf.read("etc/io.vsatlink." + file + ".cfg"));
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

    /** A vendor who lost all rows of a dataset: a person should look first. */
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
