/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.TicketMirror;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The database ports that every element uses, as one service of this bundle. */
@Component(service = StorePorts.class)
public final class StorePorts {
    private final TicketMirror mirror;
    private final Outbox outbox;
    private final VsatStore store;
    private final Duties duties;

    @Activate
    public StorePorts(
            @Reference TicketMirror mirror,
            @Reference Outbox outbox,
            @Reference VsatStore store,
            @Reference Duties duties) {
        this.mirror = mirror;
        this.outbox = outbox;
        this.store = store;
        this.duties = duties;
    }

    TicketMirror mirror() {
        return mirror;
    }

    Outbox outbox() {
        return outbox;
    }

    Duties duties() {
        return duties;
    }

    VsatStore store() {
        return store;
    }
}
