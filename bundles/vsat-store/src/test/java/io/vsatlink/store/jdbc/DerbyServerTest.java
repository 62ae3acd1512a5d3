/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

class DerbyServerTest extends SharedDatabaseContract {
    @Override
    String createDatabase() throws Exception {
        return NetworkDerby.createAddress();
    }
}
