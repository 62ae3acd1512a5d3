/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derby inside this process, in its own folder. The engine has its own class loader, so that it can be shut down as well. */
public final class EmbeddedDerby implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDerby.class);

    private final DatabaseFolder folder;
    private final EngineProperties properties;
    private final EmbeddedDataSource source = new EmbeddedDataSource();
    private final DerbyDialect dialect = new DerbyDialect();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String version = "";
    private volatile boolean damaged;
    private volatile boolean full;

    private EmbeddedDerby(DatabaseFolder folder) {
        this.folder = folder;
        this.properties = new EngineProperties(folder.path());
        source.setDatabaseName(folder.path().toString());
    }

    /**
     * Boots the database in this folder. If there is none, creates an empty one with the newest schema.
     *
     * @throws StoreException if another process uses it, or it can't be written
     */
    public static EmbeddedDerby open(Path folder) {
        return open(folder, PreparedDatabase::unpack);
    }

    /** Like {@link #open}, but if there is no database, Derby creates one without a schema. */
    public static EmbeddedDerby openBare(Path folder) {
        return open(folder, NewDatabase::create);
    }

    private static EmbeddedDerby open(Path folder, NewDatabase.Making making) {
        Path absolute = folder.toAbsolutePath().normalize();
        DatabaseFolder databaseFolder = new DatabaseFolder(absolute);
        new DamagedFolder(absolute).moveAside();
        databaseFolder.requireBootable();
        databaseFolder.restrict();
        new ServiceProperties(absolute).mend();
        EmbeddedDerby derby = new EmbeddedDerby(databaseFolder);
        boolean booted = false;
        try {
            derby.boot(making);
            booted = true;
            return derby;
        } catch (SQLException e) {
            if (!derby.dialect.damaged(e)) {
                throw new StoreException(
                        "The database at " + absolute + " cannot be opened: "
                                + derby.dialect.meaning(e).orElse(e.getMessage()),
                        e);
            }
            new DamagedFolder(absolute).mark();
        } finally {
            // after any failure: a database that stays open excludes everyone, including us
            if (!booted) {
                derby.close();
            }
        }
        return open(absolute, making);
    }

    private void boot(NewDatabase.Making making) throws SQLException {
        new NewDatabase(folder.path(), making).make();
        EmbeddedDataSource creating = new EmbeddedDataSource();
        creating.setDatabaseName(folder.path().toString());
        creating.setCreateDatabase("create");
        try (Connection connection = creating.getConnection()) {
            // Derby boots read-only without an error if it can't create its lock file
            if (connection.isReadOnly()) {
                throw folder.notWritable();
            }
            version = connection.getMetaData().getDatabaseProductVersion().replaceAll(" .*", "");
            // a transaction with more row locks than this locks the whole table, readers included
            setOnce(connection, "derby.locks.escalationThreshold", "100000");
            // row numbers are allocated in memory; each refill is a commit, and by default a refill is only a hundred
            // numbers
            setOnce(connection, "derby.language.sequence.preallocator", "10000");
        }
    }

    /** Keeps an existing value: a database of a newer version must not be changed, not even by opening it. */
    private static void setOnce(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("VALUES SYSCS_UTIL.SYSCS_GET_DATABASE_PROPERTY(?)")) {
            ask.setString(1, name);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                if (answer.getString(1) != null) {
                    return;
                }
            }
        }
        try (CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY(?, ?)")) {
            call.setString(1, name);
            call.setString(2, value);
            call.execute();
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    /** Derby's lock on the folder excludes all other processes. */
    @Override
    public boolean shared() {
        return false;
    }

    /** Boots the database again if a full disk has shut it down. */
    @Override
    public Connection connect() throws SQLException {
        if (closed.get()) {
            // Derby would boot it again, with its log in the host's working directory, and nobody would shut it down
            throw new SQLException("the database is closed", "08003");
        }
        if (damaged) {
            throw new SQLException("the database is damaged", "XSDG2");
        }
        if (full && !folder.hasSpace()) {
            throw new SQLException("the disk is still full", "XSDG1");
        }
        Connection connection = source.getConnection();
        if (connection.isReadOnly()) {
            connection.close();
            connection = reboot();
        }
        full = false;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** A boot while the disk was full makes the database read-only until the next boot. */
    private synchronized Connection reboot() throws SQLException {
        Connection connection = source.getConnection();
        if (connection.isReadOnly() && folder.hasSpace()) {
            connection.close();
            shutDown("jdbc:derby:" + folder.path() + ";shutdown=true", "08006");
            LOG.info("The database at {} was read-only; it was booted again", folder.path());
            connection = source.getConnection();
        }
        return connection;
    }

    @Override
    public synchronized void failed(SQLException failure) {
        if (!damaged && dialect.damaged(failure)) {
            damaged = true;
            // without the message, which contains a dump of the page, that is, data
            LOG.error("The database at {} is damaged ({})", folder.path(), failure.getSQLState());
            new DamagedFolder(folder.path()).mark();
        } else if (dialect.diskFull(failure)) {
            full = true;
        }
    }

    @Override
    public boolean lost() {
        return damaged;
    }

    @Override
    public Optional<String> trouble() {
        if (damaged) {
            return Optional.of("The database at " + folder.path() + " is damaged; a new one will be created");
        }
        return full
                ? Optional.of("The database at " + folder.path() + ": the disk is full or cannot be written")
                : Optional.empty();
    }

    @Override
    public Optional<String> warning() {
        return new DamagedFolder(folder.path())
                .aside()
                .map(aside -> "The database was damaged and moved to " + aside
                        + "; the polls fill a new one; remove that folder when it is no longer needed")
                .or(() -> new ServiceProperties(folder.path())
                        .aside()
                        .map(aside ->
                                "A file of the database could not be read and was restored; the unreadable file is kept in "
                                        + aside + "; remove it when it is no longer needed"));
    }

    @Override
    public void backUp(Path copy) {
        if (copy.startsWith(folder.path())) {
            throw new StoreException(
                    "The directory " + copy.getParent() + " belongs to the database; choose another one");
        }
        copy(connection -> new DerbyCopy(folder.path(), copy).make(connection), copy);
    }

    /** Beside the database; replaces an earlier copy of this schema, which a crash may have left. */
    @Override
    public void keepCopyOf(int schema) {
        Path copy = folder.path().resolveSibling(folder.path().getFileName() + "-schema-" + schema);
        copy(connection -> new DerbyCopy(folder.path(), copy).replace(connection), copy);
        LOG.info("A copy of the database with schema {} is kept in {}", schema, copy);
    }

    @Override
    public Optional<Path> beside(String name) {
        return Optional.of(folder.path().resolveSibling(folder.path().getFileName() + "-" + name));
    }

    private interface Copying {
        void over(Connection connection) throws SQLException;
    }

    private void copy(Copying copying, Path copy) {
        try (Connection connection = connect()) {
            try {
                copying.over(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            failed(e);
            throw new StoreException(
                    "The database at " + folder.path() + " cannot be copied to " + copy + ": "
                            + dialect.meaning(e).orElse(e.getMessage()),
                    e);
        }
    }

    @Override
    public String description() {
        return "Derby " + version + " at " + folder.path();
    }

    @Override
    public long sizeOnDisk() {
        return folder.size();
    }

    /** Once: Derby boots a database to shut it down. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        shutDown("jdbc:derby:" + folder.path() + ";shutdown=true", "08006");
        shutDown("jdbc:derby:;shutdown=true;deregister=true", "XJ015");
        properties.close();
    }

    /** Derby reports a successful shutdown as an exception. */
    private void shutDown(String url, String success) {
        try {
            new EmbeddedDriver().connect(url, new Properties()).close();
        } catch (SQLException e) {
            boolean neverBooted = DerbyDialect.has(e, "XJ004") || DerbyDialect.has(e, "XJ040");
            if (!DerbyDialect.has(e, success) && !neverBooted) {
                LOG.warn("The database at {} did not shut down cleanly: {}", folder.path(), e.getMessage());
            }
        }
    }
}
