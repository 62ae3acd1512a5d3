/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.parameters.PlantedSecrets;
import io.vsatlink.itests.settings.LoginWitness;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.Test;

/** Settings changed through remote JMX and through files, in the assembly, across a restart. */
class SettingsIT {
    private static final String CFG = "etc/io.vsatlink.satprov-uat.cfg";
    private static final String CIRCUITS = "type=Satprov,name=uat,dataset=Circuits";

    @Test
    void aSettingIsInTheFileAndInForceAlsoAfterARestartAndAFileShowsInJmx() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "60");
                KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "settings")) {
            karaf.write(
                    CFG,
                    "# mine\nhost = http://127.0.0.1\nport = " + vendor.port()
                            + "\napiUsername = vsat\napiPassword = $[env:VSAT_TEST_PASSWORD;default=secret]\n");
            karaf.start();
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                for (Dataset dataset : Dataset.values()) {
                    String row = "type=Satprov,name=uat,dataset=" + dataset.title();
                    Await.until(dataset + " is polled", () -> "Succeeded".equals(get(jmx, row, "Status")));
                }
                assertEquals(60L, get(jmx, "type=Satprov,name=uat", "TotalCircuits"));

                set(jmx, CIRCUITS, "Interval", "6h");
                assertEquals("6h", get(jmx, CIRCUITS, "Interval"));
                Await.until("in the file", () -> karaf.read(CFG).contains("circuits.interval = 6h"));
                assertTrue(karaf.read(CFG).startsWith("# mine"));
                assertTrue(karaf.read(CFG).contains("$[env:VSAT_TEST_PASSWORD;default=secret]"));
                assertEquals("********", get(jmx, "type=Satprov,name=uat", "ApiPassword"));

                String refusal = assertThrows(
                                InvalidAttributeValueException.class, () -> set(jmx, CIRCUITS, "Interval", "30x"))
                        .getMessage();
                assertEquals(
                        "circuits.interval: \"30x\" is not accepted; allowed is a duration from 1m to 365d,"
                                + " written like 30s, 15m, 12h or 1d",
                        refusal);
                assertEquals("6h", get(jmx, CIRCUITS, "Interval"));

                karaf.edit(jmx, "io.vsatlink.satprov-uat.cfg", Map.of("customers.interval", "30x"));
                Await.until("the file's problem shows", () -> get(jmx, "type=Satprov,name=uat", "ConfigurationProblems")
                        .toString()
                        .startsWith("customers.interval: \"30x\" is not accepted"));
                assertEquals("1d", get(jmx, "type=Satprov,name=uat,dataset=Customers", "Interval"));

                karaf.edit(jmx, "io.vsatlink.satprov-uat.cfg", Map.of("customers.interval", "2h"));
                Await.until("the file shows", () -> get(jmx, "type=Satprov,name=uat,dataset=Customers", "Interval")
                        .equals("2h"));
                assertEquals("", get(jmx, "type=Satprov,name=uat", "ConfigurationProblems"));
            }
            karaf.stop();
            long logins = calls(vendor, "logins");
            long requests = calls(vendor, "requests");
            karaf.start();
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                Await.until(
                        "logged in again", () -> "Success".equals(get(jmx, "type=Satprov,name=uat", "LoginStatus")));
                assertEquals("6h", get(jmx, CIRCUITS, "Interval"));
                assertEquals("Succeeded", get(jmx, CIRCUITS, "Status"));
                Thread.sleep(2_500);
                assertEquals(requests + 1, calls(vendor, "requests"), "a restart polls nothing that is not due");
                assertEquals(logins + 1, calls(vendor, "logins"));
            }
        }
    }

    @Test
    void whatSomebodyTypedIsWhatIsSentAndShownAlsoAfterARestart() throws Exception {
        String path = System.getenv("PATH");
        String name = "noc ${env:PATH} $[env:PATH] $[secret:users.properties]";
        List<String> passwords =
                List.of("pa${x}ss", " lead \\\\server\\share", "x$[y]z ${env:PATH}", "\u00fc\u20ac\"#=");
        try (LoginWitness vendor = new LoginWitness();
                KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "texts")) {
            for (int i = 0; i < passwords.size(); i++) {
                karaf.write(
                        "etc/io.vsatlink.satprov-e" + i + ".cfg",
                        "host = http://127.0.0.1\nport = " + vendor.port() + "\napiUsername = e" + i + "\n");
            }
            karaf.start();
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                for (int i = 0; i < passwords.size(); i++) {
                    String element = "type=Satprov,name=e" + i;
                    Await.until(element, () -> jmx.isRegistered(name(element)));
                    set(jmx, element, "ApiPassword", passwords.get(i));
                    invoke(jmx, element, "login");
                    assertEquals(passwords.get(i), vendor.password("e" + i, 0));
                    // Karaf's command rewrites the whole file in its own way
                    jmx.invoke(
                            new ObjectName("org.apache.karaf:type=config,name=root"),
                            "setProperty",
                            new Object[] {"io.vsatlink.satprov~e" + i, "parallelPages", "3"},
                            new String[] {String.class.getName(), String.class.getName(), String.class.getName()});
                }
                set(jmx, "type=Satprov,name=uat", "ApiUsername", name);
                assertThrows(
                        InvalidAttributeValueException.class,
                        () -> set(jmx, "type=Satprov,name=uat", "ApiPassword", "$[secret:users.properties]"));
            }
            karaf.stop();
            Map<String, Integer> before = new HashMap<>();
            IntStream.range(0, passwords.size()).forEach(i -> before.put("e" + i, vendor.logins("e" + i)));
            karaf.start();
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                for (int i = 0; i < passwords.size(); i++) {
                    assertEquals(passwords.get(i), vendor.password("e" + i, before.get("e" + i)));
                    assertEquals(3L, get(jmx, "type=Satprov,name=e" + i, "ParallelPages"));
                    assertEquals("", get(jmx, "type=Satprov,name=e" + i, "ConfigurationProblems"));
                }
                assertEquals(name, get(jmx, "type=Satprov,name=uat", "ApiUsername"));
                // nor through the container's own MBeans and commands
                String told = jmx.invoke(
                                new ObjectName("org.apache.karaf:type=config,name=root"),
                                "listProperties",
                                new Object[] {"io.vsatlink.satprov~uat"},
                                new String[] {String.class.getName()})
                        .toString();
                assertFalse(told.contains(path), told);
                for (ObjectName host : jmx.queryNames(new ObjectName("org.apache.karaf:*"), null)) {
                    String[] names = Arrays.stream(jmx.getMBeanInfo(host).getAttributes())
                            .map(MBeanAttributeInfo::getName)
                            .toArray(String[]::new);
                    String shown = jmx.getAttributes(host, names).toString();
                    assertFalse(shown.contains(path) || shown.contains("_g_:admingroup"), host.toString());
                }
            }
            new PlantedSecrets(path).assertNotFoundIn(karaf.home().resolve("data"));
        }
    }

    @Test
    void everyElementHasAnExporterAndElementsComeAndGoWithTheirFiles() throws Exception {
        try (SimulatorProcess vendor = SimulatorProcess.start("--circuits", "60");
                KarafProcess karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "elements")) {
            karaf.start();
            try (JMXConnector connector = karaf.connect()) {
                MBeanServerConnection jmx = connector.getMBeanServerConnection();
                Await.until("the shipped element", () -> "Not Logged In"
                        .equals(get(jmx, "type=Satprov,name=uat", "LoginStatus")));
                assertEquals("apiUsername is missing or invalid", get(jmx, "type=Satprov,name=uat", "LoginReason"));

                Map<String, String> access = Map.of(
                        "host", "http://127.0.0.1",
                        "port", String.valueOf(vendor.port()),
                        "apiUsername", "vsat",
                        "apiPassword", "secret");
                karaf.edit("io.vsatlink.satprov-second.cfg", access);
                Await.until("polled", () -> "Succeeded"
                        .equals(get(jmx, "type=Satprov,name=second,dataset=EspPirs", "Status")));

                Path export = karaf.home().resolve("data/export");
                assertEquals("Disabled", get(jmx, "type=Exporter,name=second", "FileExportStatus"));
                set(jmx, "type=Exporter,name=second", "FileExportPath", export.toString());
                invoke(jmx, "type=Exporter,name=second", "exportNow");
                Await.until("files", () -> Files.exists(export.resolve("manifest.json")));
                Path created = karaf.home().resolve("etc/io.vsatlink.exporter-second.cfg");
                Await.until(
                        "the exporter's file",
                        () -> Files.exists(created) && Files.readString(created).contains("fileExportPath"));

                set(jmx, "type=Exporter,name=second", "FileExport", "Enabled");
                assertEquals("enabled", get(jmx, "type=Exporter,name=second", "FileExport"));
                Await.until("in its file", () -> Files.readString(created).contains("fileExport = enabled"));

                set(jmx, "type=Satprov,name=second", "Host", "http://localhost");
                Await.until("the password is forgotten", () -> get(jmx, "type=Satprov,name=second", "ApiPassword")
                        .equals(""));
                Await.until("in the file", () -> !karaf.read("etc/io.vsatlink.satprov-second.cfg")
                        .contains("secret"));

                Files.delete(karaf.home().resolve("etc/io.vsatlink.satprov-second.cfg"));
                Await.until("gone", () -> !jmx.isRegistered(name("type=Satprov,name=second")));
                Await.until("its exporter too", () -> !jmx.isRegistered(name("type=Exporter,name=second")));
                assertFalse(jmx.isRegistered(name("type=Satprov,name=second,dataset=EspPirs")));
            }
        }
    }

    private static long calls(SimulatorProcess vendor, String counter) {
        String calls = vendor.get("calls");
        String from = calls.substring(calls.indexOf("\"" + counter + "\":") + counter.length() + 3);
        return Long.parseLong(from.replaceAll("^(\\d+).*", "$1"));
    }

    /** The attribute; an empty text while the MBean does not exist yet. */
    private static Object get(MBeanServerConnection jmx, String keys, String attribute) throws Exception {
        try {
            return jmx.getAttribute(name(keys), attribute);
        } catch (InstanceNotFoundException e) {
            return "";
        }
    }

    private static void set(MBeanServerConnection jmx, String keys, String attribute, Object value) throws Exception {
        jmx.setAttribute(name(keys), new Attribute(attribute, value));
    }

    private static void invoke(MBeanServerConnection jmx, String keys, String operation) throws Exception {
        jmx.invoke(name(keys), operation, new Object[0], new String[0]);
    }

    private static ObjectName name(String keys) throws Exception {
        return new ObjectName("io.vsatlink:" + keys);
    }
}
