/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

class MemoryVsatStoreTest extends VsatStoreContract {
    private MemoryVsatStore store = new MemoryVsatStore();

    @Override
    public VsatStore store() {
        return store;
    }

    @Override
    public PollJournal journal() {
        return store;
    }

    @Override
    public ElementMemory memory() {
        return store;
    }

    @Override
    public void restart() {
        store = store.restarted();
    }
}
