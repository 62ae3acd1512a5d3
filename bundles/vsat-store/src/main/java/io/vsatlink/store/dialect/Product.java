/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.dialect;

import io.vsatlink.api.store.StoreException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A product that can be behind a data source.
 *
 * @param name for users
 */
record Product(String name, Dialect dialect) {
    private static final int OLDEST_POSTGRESQL = 15;

    /** @throws StoreException if this version does not support it */
    static Product of(String source, DatabaseMetaData about) throws SQLException {
        return switch (about.getDatabaseProductName()) {
            case "Apache Derby" -> new Product("Derby", new DerbyDialect());
            case "PostgreSQL" -> postgresql(source, about);
            default ->
                throw new StoreException("The data source " + source + " is a " + about.getDatabaseProductName()
                        + "; this version works with Apache Derby and PostgreSQL only");
        };
    }

    private static Product postgresql(String source, DatabaseMetaData about) throws SQLException {
        if (about.getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
            throw new StoreException(
                    "The data source " + source + " is a PostgreSQL " + about.getDatabaseProductVersion()
                            + "; this version works with PostgreSQL " + OLDEST_POSTGRESQL + " and newer");
        }
        try (Statement statement = about.getConnection().createStatement();
                ResultSet encoding = statement.executeQuery("SHOW server_encoding")) {
            encoding.next();
            if (!encoding.getString(1).equals("UTF8")) {
                throw new StoreException("The database behind the data source " + source + " has the encoding "
                        + encoding.getString(1) + "; only UTF8 can store all texts");
            }
        }
        return new Product("PostgreSQL", new PostgresDialect());
    }
}
