/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.etms.Rig;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The route of the calls to ETMS, with a forwarding proxy. */
class BusAddressTest {
    private final Rig rig = new Rig("--tickets", "20");

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void allCallsUseTheNamedProxy() throws Exception {
        try (ForwardProxy proxy = new ForwardProxy()) {
            deliverOne(Map.of(
                    "elementType",
                    "Backend",
                    "busAddress",
                    "127.0.0.1:" + proxy.address().getPort()));
            assertThat(proxy.asked)
                    .isNotEmpty()
                    .hasSize(rig.told("calls").path("requests").asInt())
                    .extracting(URI::getPort)
                    .containsOnly(rig.etms.base().getPort());
        }
    }

    @Test
    void byPassProxyIgnoresTheProxyOfTheJvm() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        try (ForwardProxy proxy = new ForwardProxy()) {
            ProxySelector.setDefault(ProxySelector.of(proxy.address()));
            deliverOne(Map.of("elementType", "Backend", "busAddress", "ByPassProxy"));
            assertThat(proxy.asked).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private void deliverOne(Map<String, String> settings) {
        rig.submit("EXT-1");
        rig.deliverAll(rig.part("backend", settings, List.of()));
        assertThat(rig.books("writes")).singleElement().satisfies(write -> assertThat(
                        write.path("externalId").asText())
                .isEqualTo("EXT-1"));
    }
}
