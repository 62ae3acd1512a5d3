/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.Oracle;
import io.vsatlink.itests.Vendor;
import io.vsatlink.itests.kill.StoreAtRest;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Elements are added and removed with their files, valid and invalid ones, in one Karaf with two vendors.
 *
 * <p>The tests run in order of their names, each with the elements that the previous ones left.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ElementFilesIT {
    private static final String PID = "io.vsatlink.satprov";
    private static SimulatorProcess first;
    private static SimulatorProcess second;
    private static KarafProcess karaf;
    private static JMXConnector connector;

    @TempDir
    Path folder;

    @BeforeAll
    static void aKarafWithGoodAndBadFiles() throws Exception {
        first = SimulatorProcess.start("--circuits", "80", "--seed", "7");
        second = SimulatorProcess.start("--circuits", "60", "--seed", "8");
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "files");
        karaf.edit(PID + "-uat.cfg", access(first));
        karaf.edit(PID + "-typo.cfg", access(first));
        karaf.edit(PID + "-typo.cfg", Map.of("port", "eighty", "customers.interval", "30x", "devices.interval", "2h"));
        karaf.edit(PID + "-broken.cfg", Map.of("host", "\\u00zz"));
        karaf.start();
        connector = karaf.connect();
    }

    @AfterAll
    static void allEnds() {
        karaf.close();
        first.close();
        second.close();
    }

    @AfterEach
    void noFaultIsLeft() {
        second.clearFaults();
    }

    @Test
    void a_atAStartBadValuesHaveNoneInForceAndTheOtherElementsRun() throws Exception {
        awaitPolled("uat");
        assertEquals("", bean("name=uat").text("ConfigurationProblems"));
        Bean typo = bean("name=typo");
        String problems = typo.text("ConfigurationProblems");
        assertTrue(problems.startsWith("port: \"eighty\" is not accepted; allowed is "), problems);
        assertTrue(problems.contains("; customers.interval: \"30x\" is not accepted; allowed is "), problems);
        assertEquals("Critical", typo.text("Health"));
        assertEquals("Not Logged In", typo.text("LoginStatus"));
        assertEquals("port is missing or invalid", typo.text("LoginReason"));
        assertEquals("", bean("name=typo,dataset=Customers").text("Interval"));
        assertEquals("2h", bean("name=typo,dataset=Devices").text("Interval"));
        assertEquals(1, logged("io.vsatlink.satprov~typo: port: \"eighty\" is not accepted"));
        delete("typo");
    }

    @Test
    void b_aFileThatCannotBeReadAtAllIsNoElementUntilItIsMended() throws Exception {
        assertFalse(bean("name=broken").exists());
        assertEquals(1, logged(PID + "-broken.cfg can't be parsed: "));
        karaf.edit(PID + "-broken.cfg", access(second));
        awaitPolled("broken");
        assertEquals("", bean("name=broken").text("ConfigurationProblems"));
    }

    @Test
    void c_whileRunningSuchAFileChangesNothingAndIsTold() throws Exception {
        Bean broken = bean("name=broken");
        karaf.edit(connector.getMBeanServerConnection(), PID + "-broken.cfg", Map.of("circuits.interval", "\\u00zz"));
        String problem = broken.text("ConfigurationProblems");
        assertTrue(problem.contains(PID + "-broken.cfg can't be parsed: "), problem);
        assertEquals("Critical", broken.text("Health"));
        Bean row = bean("name=broken,dataset=Circuits");
        Exception refused = assertThrows(MBeanException.class, () -> row.set("Interval", "6h"));
        assertTrue(refused.getMessage().contains("can't be parsed"), refused.getMessage());
        assertEquals("1d", row.text("Interval"));
        assertEquals("1 queued.", row.call("poll"));
        awaitPolled("broken");

        karaf.edit(connector.getMBeanServerConnection(), PID + "-broken.cfg", Map.of("circuits.interval", "3h"));
        Await.until("mended", () -> row.text("Interval").equals("3h"));
        assertEquals("", broken.text("ConfigurationProblems"));
        delete("broken");
    }

    @Test
    void d_manyWritersOfAllKindsLoseNothing() throws Exception {
        EditedFile file = new EditedFile(karaf.home().resolve("etc/" + PID + "-uat.cfg"));
        Map<String, String> expected = file.settings();
        Barrage barrage = new Barrage(connector.getMBeanServerConnection());
        ConfigCommand command = new ConfigCommand(connector.getMBeanServerConnection(), PID + "~uat");
        Thread typist = new Thread(() -> command.set("espPirs.interval", 8));
        typist.start();
        expected.putAll(barrage.run(typist::isAlive, false));
        typist.join();
        // Karaf rewrites the file in place, whoever else writes: its last write may be lost, but must never be mixed
        Bean typed = bean("name=uat,dataset=EspPirs");
        String last = command.written().get(command.written().size() - 1);
        boolean unused = Await.comesTrue(3_000, () -> typed.text("Interval").equals(last));
        String left = typed.text("Interval");
        assertTrue(command.written().contains(left), left + " of " + command.written());
        expected.put("espPirs.interval", left);

        karaf.edit(connector.getMBeanServerConnection(), PID + "-uat.cfg", Map.of("outageContacts.interval", "5d"));
        expected.put("outageContacts.interval", "5d");
        Await.until(
                "the edit",
                () -> bean("name=uat,dataset=OutageContacts").text("Interval").equals("5d"));
        assertAgree(expected, file, command, barrage);

        restart();
        awaitPolled("uat");
        assertAgree(
                expected,
                file,
                new ConfigCommand(connector.getMBeanServerConnection(), PID + "~uat"),
                new Barrage(connector.getMBeanServerConnection()));
    }

    @Test
    void da_anElementThatKarafsConfigCommandsMakeHasTheNameOfItsFile() throws Exception {
        MBeanServerConnection jmx = connector.getMBeanServerConnection();
        ObjectName config = new ObjectName("org.apache.karaf:type=config,name=root");
        for (String name : List.of("one", "two")) {
            String[] types = {String.class.getName(), String.class.getName(), Map.class.getName()};
            jmx.invoke(config, "createFactoryConfiguration", new Object[] {PID, name, access(first)}, types);
        }
        Bean one = bean("name=one,dataset=Customers");
        Bean two = bean("name=two,dataset=Customers");
        Await.until("both are there", () -> one.exists() && two.exists());
        one.set("Interval", "3h");
        two.set("Interval", "4h");
        awaitPolled("one");
        awaitPolled("two");
        assertEquals("3h", one.text("Interval"));
        assertTrue(karaf.read("etc/" + PID + "-one.cfg").contains("customers.interval = 3h"));
        assertTrue(karaf.read("etc/" + PID + "-two.cfg").contains("customers.interval = 4h"));

        restart();
        awaitPolled("one");
        assertEquals("3h", bean("name=one,dataset=Customers").text("Interval"));
        delete("one");
        delete("two");
    }

    @Test
    void db_aFileThatIsDeletedWhileKarafIsStoppedIsNoElementAnyMore() throws Exception {
        karaf.edit(PID + "-gone.cfg", access(first));
        awaitPolled("gone");
        connector.close();
        karaf.stop();
        Files.delete(karaf.home().resolve("etc/" + PID + "-gone.cfg"));
        karaf.start();
        connector = karaf.connect();
        awaitPolled("uat");
        assertFalse(bean("name=gone").exists());
        assertEquals(1, logged(PID + "~gone was removed because "));
    }

    @Test
    void e_twoElementsNeverMixAndOneGoesInMidPollWithItsFile() throws Exception {
        karaf.edit(PID + "-second.cfg", access(second));
        awaitPolled("second");
        awaitPolled("uat");
        Bean circuits = bean("name=second,dataset=Circuits");
        second.post("faults", "[{\"path\":\"circuits\",\"page\":1,\"delayMillis\":20000}]");
        assertEquals("1 queued.", circuits.call("poll"));
        Await.until("in mid-poll", () -> circuits.text("Status").equals("Polling"));

        delete("second");
        Await.until("no thread is left", () -> threads().stream().noneMatch(name -> name.contains("-second")));
        assertTrue(connector
                .getMBeanServerConnection()
                .queryNames(new ObjectName("io.vsatlink:name=second,*"), null)
                .isEmpty());
        assertEquals("1 queued.", bean("name=uat,dataset=Circuits").call("poll"));
        awaitPolled("uat");

        connector.close();
        karaf.stop();
        assertStored("uat", first);
        assertStored("second", second);
    }

    private void assertStored(String element, SimulatorProcess vendor) throws Exception {
        Path database = karaf.home().resolve("data/vsatlink/db");
        try (StoreAtRest store =
                StoreAtRest.copyOf(database, Files.createDirectory(folder.resolve(element)), element)) {
            for (Dataset dataset : Dataset.values()) {
                Oracle.assertRowsEqual(
                        new Vendor(vendor.port()).truth(dataset),
                        store.rows(dataset).iterator(),
                        dataset);
            }
        }
    }

    private static void assertAgree(
            Map<String, String> expected, EditedFile file, ConfigCommand command, Barrage barrage) throws Exception {
        // a change that the scanner read before the last write arrives late, if at all
        Thread.sleep(3_000);
        assertEquals(expected, file.settings());
        assertEquals(expected, command.settings());
        for (Dataset dataset : Dataset.values()) {
            String interval = expected.getOrDefault(dataset.key() + ".interval", "1d");
            assertEquals(interval, barrage.row(dataset).text("Interval"), dataset.key());
        }
    }

    private static void restart() throws Exception {
        connector.close();
        karaf.stop();
        karaf.start();
        connector = karaf.connect();
    }

    private static void delete(String element) throws Exception {
        Files.delete(karaf.home().resolve("etc/" + PID + "-" + element + ".cfg"));
        Await.until("it is gone", () -> !bean("name=" + element).exists());
    }

    private static void awaitPolled(String element) throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Bean row = bean("name=" + element + ",dataset=" + dataset.title());
            Await.until(
                    element + " " + dataset,
                    () -> row.exists() && row.text("Status").equals("Succeeded"));
        }
    }

    private static long logged(String text) throws Exception {
        return karaf.read("data/log/karaf.log")
                .lines()
                .filter(line -> line.contains(text))
                .count();
    }

    private static List<String> threads() throws Exception {
        MBeanServerConnection jmx = connector.getMBeanServerConnection();
        ObjectName threading = new ObjectName("java.lang:type=Threading");
        CompositeData[] all = (CompositeData[]) jmx.invoke(
                threading, "dumpAllThreads", new Object[] {false, false}, new String[] {"boolean", "boolean"});
        return List.of(all).stream()
                .map(thread -> (String) thread.get("threadName"))
                .filter(name -> name.startsWith("vsatlink-"))
                .toList();
    }

    private static Bean bean(String keys) throws Exception {
        return Bean.of(connector.getMBeanServerConnection(), "type=Satprov," + keys);
    }

    private static Map<String, String> access(SimulatorProcess vendor) {
        return Map.of(
                "host", "http://127.0.0.1",
                "port", String.valueOf(vendor.port()),
                "apiUsername", "vsat",
                "apiPassword", "secret");
    }
}
