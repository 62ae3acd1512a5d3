/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc.table;

import io.vsatlink.store.jdbc.table.Transactions.Question;
import io.vsatlink.store.jdbc.table.Transactions.Work;
import java.sql.Connection;
import java.sql.SQLException;

/** A change that is made once, in as many transactions as it takes to know that it was made. Not thread-safe. */
final class Effect<T> implements Work<T> {
    private final Work<T> work;
    private final Question<T> tookEffect;
    private T result;
    private boolean inDoubt;

    Effect(Work<T> work, Question<T> tookEffect) {
        this.work = work;
        this.tookEffect = tookEffect;
    }

    @Override
    public T on(Connection connection) throws SQLException {
        if (inDoubt && tookEffect.on(connection, result)) {
            return result;
        }
        inDoubt = false;
        result = work.on(connection);
        return result;
    }

    /** To be called if the commit is in doubt. */
    void doubt() {
        inDoubt = true;
    }

    boolean inDoubt() {
        return inDoubt;
    }
}
