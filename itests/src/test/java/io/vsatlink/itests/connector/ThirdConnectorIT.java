/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.store.MemoryVsatStore;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.EtcFolder;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A connector made of settings, a profile, a mapping and a schedule; the kit provides the rest. It runs in a container
 * with the other two connectors and with its settings in a file. Its rows are kept in memory, because the database has
 * no tables for them.
 */
class ThirdConnectorIT {
    private static final String PID = "io.vsatlink.beams~lab";

    @TempDir
    Path folder;

    private BeamCatalogue catalogue;
    private FelixHost host;
    private Bean element;

    @BeforeEach
    void theConnectorComes() throws Exception {
        catalogue = new BeamCatalogue();
        host = start();
        element = Bean.of(ManagementFactory.getPlatformMBeanServer(), "type=Beams,name=lab");
    }

    private FelixHost start() throws Exception {
        FelixHost started = FelixHost.startSharingApi(folder.resolve("host"), Map.of());
        started.context().registerService(MemoryVsatStore.class, new MemoryVsatStore(), null);
        Path jar = BeamsBundle.write(folder.resolve("beams.jar"));
        started.context().installBundle("reference:" + jar.toUri()).start();
        return started;
    }

    @AfterEach
    void theContainerEnds() throws Exception {
        host.close();
        catalogue.close();
    }

    private void use(String password) throws Exception {
        new EtcFolder(folder.resolve("host/etc"))
                .write(
                        PID,
                        Map.of(
                                "host", "http://127.0.0.1",
                                "port", String.valueOf(catalogue.port()),
                                "username", "ops",
                                "password", password,
                                "interval", "1s"));
        Await.until("the element is there", element::exists);
    }

    @Test
    void readsBothListingsPageByPageIsSetAsEveryOtherAndGoesWithoutATrace() throws Exception {
        use("right");
        Await.until(
                "all is read",
                () -> polled("beams").equals("65 rows") && polled("satellites").equals("3 rows"));
        assertEquals("S1", row("Beams", "B7").get("satelliteId"));
        assertEquals("OK", element.text("Health"));
        assertEquals("logged in as ops", element.text("HealthReason"));

        element.set("Interval", "2s");
        assertEquals("2s", element.text("Interval"));
        JMException refused = assertThrows(JMException.class, () -> element.set("Interval", "soon"));
        assertTrue(refused.getMessage().contains("interval"), refused.getMessage());
        assertEquals("********", element.text("Password"));

        catalogue.beams = 64;
        Await.until("a beam is gone", () -> polled("beams").equals("64 rows"));
        assertEquals(1, catalogue.logins.get());

        Stream.of(host.context().getBundles())
                .filter(each -> BeamsBundle.NAME.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .stop();
        assertFalse(element.exists());
    }

    @Test
    void aRefusedPasswordIsTriedOnceAlsoByTheNextContainerAndAnotherOneLogsInByItself() throws Exception {
        use("wrong");
        Await.until("it is refused", () -> element.text("HealthReason")
                .contains("refuses the login of \"ops\": no such user"));
        assertTrue(element.text("HealthReason").endsWith("; not tried again until a setting changes"));
        host.close();
        host = start();
        Await.until(
                "it is remembered",
                () -> element.exists()
                        && element.text("HealthReason").contains("these credentials were refused before"));
        assertEquals(1, catalogue.logins.get());

        use("right");
        Await.until("it is logged in", () -> element.text("Health").equals("OK"));
        assertEquals(2, catalogue.logins.get());
    }

    private String polled(String listing) throws Exception {
        return (String) row("Listings", listing).get("reason");
    }

    private CompositeData row(String table, String key) throws Exception {
        TabularData rows =
                (TabularData) ManagementFactory.getPlatformMBeanServer().getAttribute(element.name(), table);
        return rows.get(new Object[] {key});
    }
}
