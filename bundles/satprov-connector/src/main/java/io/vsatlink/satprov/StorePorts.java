/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov;

import io.vsatlink.api.duty.Duties;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.satprov.poll.PollDuty;
import io.vsatlink.satprov.poll.PollQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The database ports that every element uses, as one service of this bundle. */
@Component(service = StorePorts.class)
public final class StorePorts {
    private final VsatStore store;
    private final PollJournal journal;
    private final Duties duties;

    @Activate
    public StorePorts(@Reference VsatStore store, @Reference PollJournal journal, @Reference Duties duties) {
        this.store = store;
        this.journal = journal;
        this.duties = duties;
    }

    VsatStore store() {
        return store;
    }

    /** @param changed called soon after this container has begun or ceased to poll the element */
    PollQueue.StorePorts of(String element, ElementMemory memory, Runnable changed) {
        return new PollQueue.StorePorts(store, journal, memory, new PollDuty(duties, element, changed));
    }
}
