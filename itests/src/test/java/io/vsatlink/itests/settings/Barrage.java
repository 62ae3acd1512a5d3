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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.management.MBeanServerConnection;

/** Four concurrent JMX writers, each with an Interval of its own and a common one. */
final class Barrage {
    static final Dataset SHARED = Dataset.CONTACT_INFO;
    private static final List<Dataset> OWN =
            List.of(Dataset.CIRCUITS, Dataset.CUSTOMERS, Dataset.LOCATIONS, Dataset.DEVICES);

    private final MBeanServerConnection jmx;
    private int sets;

    Barrage(MBeanServerConnection jmx) {
        this.jmx = jmx;
    }

    Bean row(Dataset dataset) throws Exception {
        return Bean.of(jmx, "type=Satprov,name=uat,dataset=" + dataset.title());
    }

    /** The MBeans of an element's rows appear one after the other. */
    void awaitRows() throws Exception {
        for (Dataset dataset : Dataset.values()) {
            Await.until(dataset.title(), () -> row(dataset).exists());
        }
    }

    /**
     * Sets values until told to stop, then a last value each.
     *
     * @param alone whether nobody else writes: then each value must be in force at once
     * @return the expected Intervals by key; the common one is one of the last values
     */
    Map<String, String> run(BooleanSupplier goOn, boolean alone) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(OWN.size());
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (Dataset own : OWN) {
                running.add(people.submit(() -> person(own, goOn, alone)));
            }
            Map<String, String> last = new TreeMap<>();
            List<String> lastShared = new ArrayList<>();
            for (int i = 0; i < OWN.size(); i++) {
                List<String> told = running.get(i).get();
                last.put(OWN.get(i).key() + ".interval", told.get(0));
                lastShared.add(told.get(1));
            }
            String shared = row(SHARED).text("Interval");
            assertTrue(lastShared.contains(shared), shared + " of " + lastShared);
            last.put(SHARED.key() + ".interval", shared);
            return last;
        } finally {
            people.shutdownNow();
            assertTrue(people.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    int sets() {
        return sets;
    }

    private List<String> person(Dataset own, BooleanSupplier goOn, boolean alone) throws Exception {
        String mine = "";
        String ours = "";
        boolean last = false;
        for (int i = 0; !last; i++) {
            last = !goOn.getAsBoolean();
            // 60 minutes would be returned as 1 hour
            mine = 60 * i + OWN.indexOf(own) + 61 + "m";
            row(own).set("Interval", mine);
            if (alone) {
                assertEquals(mine, row(own).text("Interval"));
            }
            ours = 60 * i + OWN.indexOf(own) + 71 + "m";
            row(SHARED).set("Interval", ours);
            count();
        }
        return List.of(mine, ours);
    }

    private synchronized void count() {
        sets += 2;
    }
}
