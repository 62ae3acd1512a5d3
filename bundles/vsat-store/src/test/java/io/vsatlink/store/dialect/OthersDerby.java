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

/** A Derby operated by someone else, which the store reaches through a data source. */
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
            // Derby reports a successful shutdown as an exception
            if (!DerbyDialect.has(e, "XJ015")) {
                throw e;
            }
        } finally {
            // only afterwards: the shutdown is logged too, and would create a derby.log in the working directory of
            // the tests
            System.clearProperty(ERROR_LOG);
        }
    }
}
