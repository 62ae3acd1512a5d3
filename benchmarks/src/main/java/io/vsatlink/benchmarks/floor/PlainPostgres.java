/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import java.sql.Connection;
import java.sql.DriverManager;

/** {@code PlainPostgres <port> <url>}: inserts all circuits into a table of PostgreSQL, a batch for each page. */
public final class PlainPostgres {

    private PlainPostgres() {}

    public static void main(String... arguments) throws Exception {
        VendorPages vendor = new VendorPages(Integer.parseInt(arguments[0]));
        try (Connection connection = DriverManager.getConnection(arguments[1])) {
            connection.setAutoCommit(false);
            CircuitTable table = new CircuitTable(connection);
            table.create();
            vendor.login();
            Stopwatch watch = new Stopwatch();
            int pages = 1;
            for (int number = 1; number <= pages; number++) {
                VendorPages.Page page = vendor.page(number);
                pages = page.totalPages();
                table.insert(page.rows());
            }
            watch.stop();
        }
    }
}
