/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.ticket.RequestState;
import io.vsatlink.etms.OddEtms;
import io.vsatlink.etms.Rig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The database cannot be reached while a request is delivered, and can be soon afterwards. Leases of claims are longer than tests. */
class AwayDatabaseTest {

    private final AtomicInteger creates = new AtomicInteger();

    @Test
    void aRequestWhoseOutcomeCouldNotBeStoredIsDeliveredOnce() throws Exception {
        try (OddEtms etms = new OddEtms();
                Rig rig = new Rig(etms.base())) {
            etms.before = (call, body) -> {
                if (call.equals("POST tickets")) {
                    creates.incrementAndGet();
                    rig.outbox.away(true);
                }
                return null;
            };
            Rig.Part backend = rig.backend("backend");
            long request = rig.submit("EXT-1");
            rig.await(() -> ticked(backend) && creates.get() == 1 && backend.backend.underWay() == 0);
            assertThat(rig.outbox.find(rig.system(), request).orElseThrow().state())
                    .isEqualTo(RequestState.CLAIMED);
            rig.outbox.away(false);
            rig.deliverAll(backend);
            assertThat(etms.tickets).hasSize(1);
            assertThat(creates).hasValue(1);
        }
    }

    @Test
    void aClaimThatNobodyLearnedOfIsGivenBack() throws Exception {
        try (OddEtms etms = new OddEtms();
                Rig rig = new Rig(etms.base())) {
            Rig.Part backend = rig.backend("backend");
            long request = rig.submit("EXT-1");
            rig.outbox.loseClaim();
            rig.await(() -> ticked(backend)
                    && rig.outbox.find(rig.system(), request).orElseThrow().attempts() == 1);
            rig.deliverAll(backend);
            assertThat(etms.tickets).hasSize(1);
        }
    }

    @Test
    void whatIsClaimedIsDeliveredEvenIfItsShareOfTheCallsIsUnknown() throws Exception {
        try (OddEtms etms = new OddEtms();
                Rig rig = new Rig(etms.base())) {
            Rig.Part backend =
                    rig.part("backend", Map.of("elementType", "Backend", "requestsPerSecond", "1000"), List.of());
            rig.outbox.hideSenders();
            rig.submit("EXT-1");
            rig.await(() -> ticked(backend) && rig.counts().delivered() == 1);
            assertThat(etms.tickets).hasSize(1);
        }
    }

    @Test
    void aLoginIsOverEvenIfItCannotBeRemembered() throws Exception {
        try (OddEtms etms = new OddEtms();
                Rig rig = new Rig(etms.base())) {
            rig.store.memoryAway(true);
            Rig.Part backend = rig.backend("backend");
            rig.submit("EXT-1");
            rig.await(() -> ticked(backend) && backend.gate.client().isPresent());
            rig.store.memoryAway(false);
            rig.deliverAll(backend);
            assertThat(etms.tickets).hasSize(1);
        }
    }

    /** As the element's clock does: it goes on when the database failed. */
    private static boolean ticked(Rig.Part backend) {
        try {
            backend.tick();
        } catch (StoreException e) {
            // at the next tick
        }
        return true;
    }
}
