/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.outbox;

import io.vsatlink.store.jdbc.table.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The transactions of the outbox, and what they lock against those of other containers; within a container, {@link Transactions} lets one
 * write at a time. Whoever changes what is in the queue of a ticket locks the row of the queue in {@code ticket_line}. A database that
 * cannot leave out locked rows has the whole outbox locked instead.
 */
record OutboxTransactions(Transactions transactions) {

    <T> T read(String system, Transactions.Work<T> work) {
        return transactions.read(what(system), work);
    }

    /** For what may be repeated, see {@link Transactions#write(String, Transactions.Work)}. */
    <T> T write(String system, Transactions.Work<T> work) {
        return write(system, work, (c, result) -> false);
    }

    <T> T write(String system, Transactions.Work<T> work, Transactions.Question<T> tookEffect) {
        return transactions.write(
                what(system),
                c -> {
                    if (isShared() && !byLine()) {
                        OutboxTable.update(c, "LOCK TABLE outbox IN EXCLUSIVE MODE");
                    }
                    return work.on(c);
                },
                tookEffect);
    }

    private static String what(String system) {
        return "the outbox of " + system;
    }

    boolean isShared() {
        return transactions.database().shared();
    }

    /** Whether queues are locked one by one. */
    boolean byLine() {
        return isShared() && unlocked().length() > 0;
    }

    /** The text after a query for requests and their queues, {@code l}, that locks the queues and leaves out the locked ones. */
    String unlocked() {
        return isShared() ? transactions.database().dialect().unlocked("l").orElse("") : "";
    }

    /** Waits until nobody else changes the queue, which may not be there any more then, and keeps it so. */
    void lock(Connection c, long line) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT 1 FROM ticket_line WHERE line = ? FOR UPDATE")) {
            select.setLong(1, line);
            select.execute();
        }
    }

    /** Locks all queues. */
    void lockAll(Connection c) throws SQLException {
        if (byLine()) {
            OutboxTable.update(c, "LOCK TABLE ticket_line IN EXCLUSIVE MODE");
        }
    }
}
