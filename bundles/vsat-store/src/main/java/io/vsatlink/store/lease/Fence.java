/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.lease;

import io.vsatlink.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Excludes a container that may no longer use the database. Each method throws {@link StoreException} if another container has
 * taken over.
 */
public interface Fence {

    /** For a database that no one else can reach. */
    Fence NONE = new Fence() {
        @Override
        public void requireOurs() {}

        @Override
        public void beforeWriting(Connection connection) {}

        @Override
        public void beforeWritingAlone(Connection connection) {}
    };

    /** Checks what is known, without querying the database. */
    void requireOurs();

    /** To be called first in a transaction that writes: no takeover is possible until its end. */
    void beforeWriting(Connection connection) throws SQLException;

    /**
     * Like {@link #beforeWriting}, and waits for the end of all transactions that began so: of one whose connection is lost, no one
     * else can say when it ends. It writes: once it is committed, so are they.
     */
    void beforeWritingAlone(Connection connection) throws SQLException;
}
