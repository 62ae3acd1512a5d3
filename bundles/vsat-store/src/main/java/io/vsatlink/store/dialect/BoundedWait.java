/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Limits the wait for a connection: some pools wait indefinitely by default if none is free. Thread-safe.
 *
 * <p>A separate thread requests each connection. If the pool exceeds the limit, the thread is interrupted, and a connection
 * that arrives late is returned.
 */
record BoundedWait(DataSource source, Duration patience) {

    Connection connect() throws SQLException {
        CompletableFuture<Connection> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> ask(answer), "vsatlink-store-connection");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return tooLate(answer, asking, "no connection became free within " + patience.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tooLate(answer, asking, "interrupted while waiting for a connection");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure
                    ? failure
                    : new SQLException("the data source failed: " + e.getCause(), e.getCause());
        }
    }

    private void ask(CompletableFuture<Connection> answer) {
        try {
            Connection connection = source.getConnection();
            if (!answer.complete(connection)) {
                connection.close();
            }
        } catch (SQLException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static Connection tooLate(CompletableFuture<Connection> answer, Thread asking, String message)
            throws SQLException {
        if (!answer.cancel(false) && !answer.isCompletedExceptionally()) {
            return answer.join();
        }
        asking.interrupt();
        throw new SQLTimeoutException(message);
    }
}
