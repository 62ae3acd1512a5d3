/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.lease;

import io.vsatlink.api.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps out whoever no longer may use the database. Each method throws {@link StoreException} where another container has taken
 * over.
 */
public interface Fence {

    /** Where nobody else can be. */
    Fence NONE = new Fence() {
        @Override
        public void requireOurs() {}

        @Override
        public void beforeWriting(Connection connection) {}

        @Override
        public void afterReading(Connection connection) {}
    };

    /** By what is known, without asking the database. */
    void requireOurs();

    /** Before a transaction that writes does anything else: from now until its end nobody takes over. */
    void beforeWriting(Connection connection) throws SQLException;

    /** After a transaction has read: nobody took over before it had all, and could have pruned what it read. */
    void afterReading(Connection connection) throws SQLException;
}
