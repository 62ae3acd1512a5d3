/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The contract of the ports for one store after the other on a database. */
abstract class JdbcStoreContract extends VsatStoreContract {
    private final List<JdbcVsatStore> opened = new ArrayList<>();

    /** The present one. */
    JdbcVsatStore store;

    void use(JdbcVsatStore next) {
        store = next;
        opened.add(next);
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcVsatStore::close);
    }

    @Override
    public JdbcVsatStore store() {
        return store;
    }

    @Override
    public PollJournal journal() {
        return store.journal();
    }

    @Override
    public ElementMemory memory() {
        return store.memory();
    }
}
