/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacedApiTest {
    private final EtmsApi untouched = (EtmsApi) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {EtmsApi.class}, (proxy, method, values) -> {
                throw new AssertionError("called: " + method);
            });

    @Test
    void aCallThatMayNotBeMadeIsNotSent() {
        PacedApi api = new PacedApi(untouched, new PatientCaller(), new StopSignal(), () -> false);
        assertThatThrownBy(() -> api.create("EXT-1", Map.of())).isInstanceOf(PacedApi.NotSent.class);
        assertThatThrownBy(() -> api.ticket("ETM1")).isInstanceOf(PacedApi.NotSent.class);
    }
}
