/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.apache.derby.jdbc.EmbeddedDriver;

/** A Derby that somebody else runs and the store reaches through a data source. */
public final class OthersDerby implements AutoCloseable {
    private static final String ERROR_LOG = "derby.stream.error.file";

    private final EmbeddedDataSource source = new EmbeddedDataSource();

    public OthersDerby(Path folder) throws SQLException {
        System.setProperty(ERROR_LOG, folder.resolve("derby.log").toString());
        source.setDatabaseName(folder.resolve("db").toString());
        source.setCreateDatabase("create");
        source.getConnection().close();
        source.setCreateDatabase(null);
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() throws SQLException {
        try {
            new EmbeddedDriver()
                    .connect("jdbc:derby:;shutdown=true;deregister=true", new Properties())
                    .close();
        } catch (SQLException e) {
            // Derby tells of a shutdown that went well by an exception
            if (!DerbyDialect.has(e, "XJ015")) {
                throw e;
            }
        } finally {
            // not before: the shutdown is logged too, and would make a derby.log where the tests run
            System.clearProperty(ERROR_LOG);
        }
    }
}
