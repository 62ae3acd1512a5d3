/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.felix.FelixHost;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Line 11: https to a vendor whose certificate is not trusted. */
class TrustIT {
    @TempDir
    Path folder;

    @Test
    void onlyACertificateThatIsTrustedValidAndOfTheHostIsSpokenTo() throws Exception {
        try (SimulatorProcess expired =
                        SimulatorProcess.startWithTls("--circuits", "50", "--tls-certificate", "expired");
                SimulatorProcess wrongHost =
                        SimulatorProcess.startWithTls("--circuits", "50", "--tls-certificate", "wrong-host");
                SimulatorProcess good = SimulatorProcess.startWithTls("--circuits", "50");
                FelixHost felix = FelixHost.start(
                        folder,
                        Map.of(
                                "io.vsatlink.satprov~expired", trusting(expired, expired),
                                "io.vsatlink.satprov~wronghost", trusting(wrongHost, wrongHost),
                                "io.vsatlink.satprov~unknown", trusting(good, expired),
                                "io.vsatlink.satprov~jvm", Bench.settings(good, Map.of()),
                                "io.vsatlink.satprov~good", trusting(good, good)))) {
            assertTrue(felix.context().getBundles().length > 1);
            Bean row = Bench.bean("type=Satprov,name=good,dataset=" + Dataset.ESP_PIRS.title());
            Await.until(
                    "polled over https",
                    () -> row.exists() && row.text("Status").equals("Succeeded"));
            int mayCall = calls(good);

            assertRefused("expired", "^no trust in .*localhost.*(20\\d\\d)");
            assertRefused("wronghost", "^no trust in .*localhost.*|^.*the certificate was issued for another host.*");
            assertRefused("unknown", "^no trust in .*localhost.*");
            assertRefused("jvm", "^no trust in .*localhost.*");

            assertEquals(0, calls(expired), "no request without trust");
            assertEquals(0, calls(wrongHost), "no request without trust");
            assertEquals(mayCall, calls(good), "no request without trust");
        }
    }

    private static Map<String, String> trusting(SimulatorProcess vendor, SimulatorProcess authority) {
        return Bench.settings(
                vendor, Map.of("trustedCertificates", authority.caFile().toString()));
    }

    private static void assertRefused(String name, String reason) throws Exception {
        Bean element = Bench.bean("type=Satprov,name=" + name);
        Await.until(
                name + " is refused",
                () -> element.exists() && element.text("LoginStatus").equals("Failed"));
        String told = element.text("LoginReason");
        assertTrue(told.matches(reason + ".*; not tried again until somebody logs in or corrects the settings"), told);
        assertEquals("Critical", element.text("Health"));
    }

    private static int calls(SimulatorProcess vendor) {
        return Integer.parseInt(vendor.get("calls").replaceAll("^.\"requests\":(\\d+).*", "$1"));
    }
}
