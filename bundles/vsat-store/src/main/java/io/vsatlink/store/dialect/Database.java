package io.vsatlink.store.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** An open database. Thread-safe. */
public interface Database extends AutoCloseable {

    Dialect dialect();

    /** A new connection in its own transaction: no autocommit, READ COMMITTED. To be closed by the caller. */
    Connection connect() throws SQLException;

    /** Product, version and place, for people. */
    String description();

    /** Bytes on disk, -1 where that can't be told. */
    long sizeOnDisk();

    /** Shuts down what {@code open} booted. Never throws. */
    @Override
    void close();
}
