/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanAttributeInfo;
import javax.management.ObjectInstance;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Observation: notifications, the audit log, the MDC of log lines, and no passwords anywhere.
 *
 * <p>The tests run in order of their names: the later ones read what the earlier ones logged.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class WatchIT {
    private static final String ELEMENT = "type=Satprov,name=uat";
    private static final String CIRCUITS = ELEMENT + ",dataset=Circuits";
    private static final String EXPORTER = "type=Exporter,name=uat";
    private static final String PASSWORD = "planted-Zq7-pw";
    private static final String WRONG = "planted-Xk3-wrong";

    private static final PlantedSecrets SECRETS = new PlantedSecrets(PASSWORD, WRONG);
    private static SimulatorProcess vendor;
    private static Console console;

    @BeforeAll
    static void start() throws Exception {
        vendor = SimulatorProcess.start("--circuits", "60", "--password", PASSWORD);
        console = new Console("watch");
        console.karaf()
                .edit(
                        "org.ops4j.pax.logging.cfg",
                        Map.of("log4j2.pattern", "%d{ISO8601} | %-5p | %c{1} | %X{element} %X{dataset} | %m%n"));
        console.karaf()
                .edit(
                        "io.vsatlink.satprov-uat.cfg",
                        Map.of(
                                "host",
                                "http://127.0.0.1",
                                "port",
                                String.valueOf(vendor.port()),
                                "apiUsername",
                                "vsat",
                                "apiPassword",
                                PASSWORD));
        console.start();
        awaitPolled();
    }

    @AfterAll
    static void stop() throws Exception {
        console.close();
        vendor.close();
    }

    @Test
    void aStatusAndHealthAreToldAsTheyChange() throws Exception {
        Notifications row = listen(CIRCUITS);
        Notifications element = listen(ELEMENT);
        Notifications exporter = listen(EXPORTER);

        console.bean(CIRCUITS).call("poll");
        Await.until(
                "the poll is told: " + row.told(),
                () -> row.became("Status", "Polling")
                        && row.told().get(row.told().size() - 1).equals("Status: Polling -> Succeeded"));

        console.bean(EXPORTER)
                .set("FileExportPath", console.karaf().home().resolve("files").toString());
        console.bean(EXPORTER).set("FileExport", "enabled");
        Await.until("the export is told", () -> exporter.became("FileExportStatus", "Succeeded"));
        assertTrue(
                exporter.became("FileExportStatus", "Exporting"),
                exporter.told().toString());

        console.bean(ELEMENT).set("ApiPassword", WRONG);
        Await.until("the login is to be made anew", () -> element.became("LoginStatus", "Not Logged In"));
        assertTrue(element.became("Health", "Warning"), element.told().toString());
        console.bean(ELEMENT).call("login");
        Await.until("the refusal is told", () -> element.became("LoginStatus", "Failed"));
        Await.until("and critical", () -> element.became("Health", "Critical"));
        SECRETS.output(console.bean(ELEMENT).text("LoginReason"));
        console.bean(ELEMENT).set("ApiPassword", PASSWORD);
        console.bean(ELEMENT).call("login");
        Await.until("the login is told", () -> element.became("LoginStatus", "Success"));
        Await.until("and the health", () -> element.became("Health", "OK"));
    }

    @Test
    void bEachSetAndOperationIsOneLineOfTheAuditLog() throws Exception {
        console.bean(CIRCUITS).set("Interval", "3h");
        assertThrows(InvalidAttributeValueException.class, () -> console.bean(CIRCUITS)
                .set("Interval", "3x"));
        SECRETS.output(console.shell("vsat:parameter-set circuits.interval 4h"));
        SECRETS.output(console.shell("config:property-set -p io.vsatlink.satprov~uat circuits.interval 5h"));
        awaitInterval("5h");
        console.karaf().edit(console.jmx(), "io.vsatlink.satprov-uat.cfg", Map.of("circuits.interval", "6h"));
        awaitInterval("6h");
        SECRETS.output(console.shell("satprov:poll --wait circuits"));
        console.bean(EXPORTER).call("exportNow");
        console.bean(ELEMENT).set("ApiPassword", WRONG);
        console.bean(ELEMENT).set("ApiPassword", PASSWORD);

        assertAudited("ada.*: set circuits.interval of io.vsatlink.satprov~uat from \"1d\" to \"3h\"", 1);
        assertAudited("ada.*: refused to set io.vsatlink.satprov~uat: circuits.interval: \"3x\" is not accepted.*", 1);
        assertAudited("ada.*: set circuits.interval of io.vsatlink.satprov~uat from \"3h\" to \"4h\"", 1);
        assertAudited("configuration: set circuits.interval of io.vsatlink.satprov~uat from \"4h\" to \"5h\"", 1);
        assertAudited("configuration: set circuits.interval of io.vsatlink.satprov~uat from \"5h\" to \"6h\"", 1);
        assertAudited("ada.*: poll circuits of Satprov uat", 2);
        assertAudited("ada.*: exportNow of Exporter uat", 1);
        assertAudited("ada.*: set apiPassword of io.vsatlink.satprov~uat from \"\\*{8}\" to \"\\*{8}\"", 4);
    }

    @Test
    void cEachLineOfAPollNamesItsElementAndDataset() throws Exception {
        String log = console.karaf().read("data/log/karaf.log");
        assertTrue(log.lines().anyMatch(line -> line.matches(".*\\| uat circuits +\\| circuits SUCCEEDED:.*")), log);
        assertTrue(log.lines().anyMatch(line -> line.matches(".*\\| uat +\\| Login Success:.*")), log);
        assertTrue(log.lines().anyMatch(line -> line.matches(".*\\| uat +\\| Export of uat Succeeded:.*")), log);
    }

    @Test
    void caTheCallsAreRecordedForATimeAndWrittenIntoAFileOfItsOwner() throws Exception {
        assertEquals("", console.bean(ELEMENT).text("RecordingUntil"));
        assertTrue(
                console.refusal("vsat:calls --element uat --har /tmp/calls.har").contains("no calls are recorded"));
        assertTrue(console.refusal("vsat:calls --element uat --record 2h").contains("from 1 second to 1 hour"));
        SECRETS.output(console.shell("vsat:calls --element uat --record 10m"));
        assertFalse(console.bean(ELEMENT).text("RecordingUntil").isEmpty());
        console.bean(ELEMENT).set("ApiPassword", WRONG);
        console.bean(ELEMENT).call("login");
        Await.until("refused", () -> console.bean(ELEMENT).text("LoginStatus").equals("Failed"));
        console.bean(ELEMENT).set("ApiPassword", PASSWORD);
        console.shell("satprov:login");
        console.shell("satprov:poll --wait circuits");

        String list = console.shell("vsat:calls --element uat");
        SECRETS.output(list);
        Matcher page = Pattern.compile("\\| (\\w{8}) \\|.*GET \\S+/circuits\\?").matcher(list);
        assertTrue(page.find(), list);
        String whole = console.shell("vsat:calls --element uat --id " + page.group(1));
        SECRETS.output(whole);
        assertTrue(whole.contains("Authorization: Bearer ***") && whole.contains("HTTP 200 OK"), whole);
        assertTrue(whole.contains("circuitId"), whole);

        Path folder = Files.createDirectories(console.karaf().home().resolve("data/export"));
        Path har = folder.resolve("calls.har");
        SECRETS.output(console.shell("vsat:calls --element uat --har " + har));
        SECRETS.output(Files.readString(har));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(har)));
        assertTrue(console.refusal("vsat:calls --element uat --har " + har).contains("exists and is not overwritten"));
        Path inside = console.karaf().home().resolve("deploy/calls.har");
        assertTrue(console.refusal("vsat:calls --element uat --har " + inside)
                .contains("is in a folder of the container"));
        assertTrue(console.refusal("vsat:calls --element uat --har calls.har").contains("must be an absolute path"));

        assertTrue(console.shell("vsat:calls --element uat --stop").contains("The recording has ended; it has"));
        assertEquals("", console.bean(ELEMENT).text("RecordingUntil"));
        assertAudited("ada.*: record 10m of Satprov uat", 1);
        // also the one that was not written, because the file exists
        assertAudited("ada.*: HAR of \\d+ recorded calls of Satprov uat", 2);
    }

    @Test
    void dNoOutputHasAPassword() throws Exception {
        for (ObjectInstance mbean : console.jmx().queryMBeans(new ObjectName("io.vsatlink:*"), null)) {
            Bean bean = new Bean(console.jmx(), mbean.getObjectName());
            for (MBeanAttributeInfo info :
                    console.jmx().getMBeanInfo(bean.name()).getAttributes()) {
                SECRETS.output(info + " = " + console.jmx().getAttribute(bean.name(), info.getName()));
            }
        }
        for (String command : List.of(
                "vsat:parameter-list",
                "vsat:parameter-get --describe apiPassword",
                "vsat:parameter-set apiPassword ********",
                "vsat:status",
                "satprov:dataset-list",
                "satprov:poll-history",
                "config:meta io.vsatlink.satprov",
                "dev:dump-create --no-heap-dump")) {
            SECRETS.output(console.shell(command));
        }
        assertEquals("********", console.shell("vsat:parameter-get apiPassword"));
        SECRETS.output(console.refusal("vsat:parameter-set --type Store apiPassword " + "x"));
        SECRETS.assertNotFoundIn(console.karaf().home());
    }

    private static void awaitPolled() throws Exception {
        Await.until(
                "polled",
                () -> console.bean(ELEMENT + ",dataset=EspPirs").exists()
                        && console.bean(ELEMENT + ",dataset=EspPirs")
                                .text("Status")
                                .equals("Succeeded"));
    }

    private static void awaitInterval(String value) throws Exception {
        Await.until(value, () -> console.bean(CIRCUITS).text("Interval").equals(value));
    }

    private static Notifications listen(String bean) throws Exception {
        Notifications notifications = new Notifications();
        console.jmx().addNotificationListener(console.bean(bean).name(), notifications, null, null);
        return notifications;
    }

    private static void assertAudited(String line, int times) throws Exception {
        List<String> audit = Arrays.stream(
                        console.karaf().read("data/log/karaf.log").split("\n", -1))
                .filter(each -> each.contains("| audit |"))
                .map(each -> each.substring(each.lastIndexOf(" | ") + 3))
                .toList();
        assertEquals(
                times,
                audit.stream().filter(each -> each.matches(line)).count(),
                line + " in " + String.join("\n", audit));
    }
}
