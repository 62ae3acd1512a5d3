/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** An open database. Thread-safe. */
public interface Database extends AutoCloseable {

    Dialect dialect();

    /** Whether another container may have it open too: then only our lease prevents two containers from writing. */
    boolean shared();

    /** Opens a connection with its own transaction: no autocommit, READ COMMITTED. To be closed by the caller. */
    Connection connect() throws SQLException;

    /** The run of the container that its sessions belong to from now on, for {@link Dialect#endSessions}. */
    default void sessionsOf(String run) {}

    /** To be called after every failure, so that the database knows when it is down, damaged or gone. */
    void failed(SQLException failure);

    /** Whether this instance is unusable and the database must be opened again. */
    boolean lost();

    /** The known problem that currently prevents it from working, as a sentence; empty if there is none. */
    Optional<String> trouble();

    /** What a person should check although it works, as a sentence; empty if there is nothing. */
    Optional<String> warning();

    /**
     * Copies the database in its current state, while others read and write it.
     *
     * @param copy a path that does not exist; it exists only once the copy is complete
     * @throws StoreException if it can't be copied
     */
    void backUp(Path copy);

    /** Copies the database before an upgrade, if we can do so. */
    void keepCopyOf(int schema);

    /** Returns the path of a file beside the database; empty if the location of the database is not ours. */
    Optional<Path> beside(String name);

    /** Product, version and location, for users. */
    String description();

    /** The size on disk in bytes; -1 if unknown. */
    long sizeOnDisk();

    /** Shuts down what {@code open} booted. Never throws. */
    @Override
    void close();
}
