/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/**
 * Many concurrent writers in a plain Felix, whose FileInstall writes files in place and reads them four times a second.
 */
class FelixWritesIT {
    private static final int SETS_EACH = 40;
    private static final String EDITED = Dataset.ESP_PIRS.key() + ".interval";

    @TempDir
    Path folder;

    private final Map<String, String> others = Map.of(
            "host", "http://127.0.0.1",
            "port", "9",
            "apiPassword", "$[env:VSAT_PASSWORD]",
            "colour", "blue",
            "locationEquipments.state", "disabled");

    @Test
    void noSettingIsLostAmongManyWritersAndEditsOfTheFile() throws Exception {
        Path data = folder;
        EditedFile file = new EditedFile(data.resolve("etc/io.vsatlink.satprov-uat.cfg"));
        Files.createDirectories(data.resolve("etc"));
        file.create(others);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-------"));
        Map<String, String> expected = new TreeMap<>(others);
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            Barrage barrage = new Barrage(ManagementFactory.getPlatformMBeanServer());
            barrage.awaitRows();

            AtomicInteger rounds = new AtomicInteger(4 * SETS_EACH);
            expected.putAll(barrage.run(() -> rounds.decrementAndGet() > 0, true));
            assertAgree(expected, felix.context(), file, barrage);

            expected.putAll(editingWhile(barrage, file));
            assertAgree(expected, felix.context(), file, barrage);
        }
        assertTrue(file.text().startsWith("# mine"), file.text());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        try (FelixHost felix = FelixHost.startWritingBack(data, Map.of())) {
            Barrage after = new Barrage(ManagementFactory.getPlatformMBeanServer());
            after.awaitRows();
            assertAgree(expected, felix.context(), file, after);
        }
    }

    /** The concurrent writes continue while a user edits the file, and for a moment longer. */
    private static Map<String, String> editingWhile(Barrage barrage, EditedFile file) throws Exception {
        AtomicBoolean editing = new AtomicBoolean(true);
        Map<String, String> edited = new HashMap<>();
        Thread person = new Thread(() -> {
            try {
                for (int edit = 1; edit <= 3; edit++) {
                    String value = edit + "d";
                    edited.put(EDITED, value);
                    Bean row = barrage.row(Dataset.ESP_PIRS);
                    // FileInstall may overwrite a file saved at the moment of a set; save it again
                    Await.until("the edit", () -> {
                        file.edit(EDITED, value);
                        return Await.comesTrue(1_000, () -> row.text("Interval").equals(value));
                    });
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            } finally {
                editing.set(false);
            }
        });
        person.start();
        Map<String, String> last = barrage.run(editing::get, false);
        person.join();
        edited.putAll(last);
        return edited;
    }

    private static void assertAgree(
            Map<String, String> expected, BundleContext context, EditedFile file, Barrage barrage) throws Exception {
        // a change that the scanner read before the last write arrives late, if at all
        Thread.sleep(1_000);
        assertEquals(expected, file.settings());
        assertEquals(expected, new InForce(context).of("io.vsatlink.satprov~uat"));
        for (Map.Entry<String, String> each : expected.entrySet()) {
            for (Dataset dataset : Dataset.values()) {
                if (each.getKey().equals(dataset.key() + ".interval")) {
                    assertEquals(each.getValue(), barrage.row(dataset).text("Interval"));
                }
            }
        }
    }
}
