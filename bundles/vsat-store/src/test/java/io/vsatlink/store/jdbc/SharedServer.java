/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.ServiceDatabase;
import java.time.Duration;
import javax.sql.DataSource;

/** A database on a server by its address, which any process on this machine can use. */
final class SharedServer {
    private SharedServer() {}

    static DataSource source(String address) {
        return address.startsWith(Postgres.PREFIX) ? Postgres.source(address) : NetworkDerby.source(address);
    }

    /** Opens the database as a container does. */
    static ServiceDatabase database(String address) {
        return ServiceDatabase.open("shared", source(address), Duration.ofSeconds(30), () -> {});
    }
}
