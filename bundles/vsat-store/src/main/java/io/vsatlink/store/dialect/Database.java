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

    /** Whether another container may have it open too: nothing but our own care then keeps two from writing. */
    boolean shared();

    /** A new connection in its own transaction: no autocommit, READ COMMITTED. To be closed by the caller. */
    Connection connect() throws SQLException;

    /** Is told of every failure, so that it knows when it is down, damaged or gone. */
    void failed(SQLException failure);

    /** Whether this one is over and has to be opened anew. */
    boolean lost();

    /** What keeps it from working at the moment, as a sentence; empty where nothing is known to. */
    Optional<String> trouble();

    /** What a person should look after although it works, as a sentence; empty where there is nothing. */
    Optional<String> warning();

    /**
     * Copies the database as it is, while others read and write it.
     *
     * @param copy a path that does not exist; it does only once the copy is complete
     * @throws StoreException where it can't be copied
     */
    void backUp(Path copy);

    /** Keeps a copy of the database as it is before an upgrade, where that is in our power. */
    void keepCopyOf(int schema);

    /** Where a file may be that belongs to the database and is none of it; empty where that is not ours to say. */
    Optional<Path> beside(String name);

    /** Product, version and place, for people. */
    String description();

    /** Bytes on disk, -1 where that can't be told. */
    long sizeOnDisk();

    /** Shuts down what {@code open} booted. Never throws. */
    @Override
    void close();
}
