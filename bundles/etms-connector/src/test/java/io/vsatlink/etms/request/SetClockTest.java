/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.etms.OddEtms;
import io.vsatlink.etms.OddEtms.Answer;
import io.vsatlink.etms.Rig;
import io.vsatlink.etms.connection.EtmsProfile;
import io.vsatlink.testkit.MovableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock stops or is set back while requests wait for their next attempt. */
class SetClockTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 14, 16, 120, 1440})
    void aRequestIsRetriedOnTime(long minutesBack) throws Exception {
        MovableClock wall = new MovableClock();
        try (OddEtms etms = new OddEtms();
                Rig rig = new Rig(etms.base(), wall, EtmsProfile.BUILT_IN.read())) {
            AtomicInteger creates = new AtomicInteger();
            etms.before = (call, body) ->
                    call.equals("POST tickets") && creates.incrementAndGet() <= 1 ? new Answer(503, "") : null;
            Rig.Part backend = rig.backend("backend");
            long request = rig.submit("EXT-1");
            rig.await(
                    () -> rig.outbox.find(rig.system(), request).orElseThrow().state() == RequestState.WAITING
                            && creates.get() == 1,
                    backend);
            wall.advance(Duration.ofMinutes(-minutesBack));
            rig.deliverAll(backend);
            assertThat(etms.tickets).hasSize(1);
        }
    }
}
