/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.benchmarks.floor;

import io.vsatlink.benchmarks.Derby;
import java.nio.file.Path;

/** {@code PlainSync insert|upsert <port> <database folder>}: reads all circuits into a table, page by page. */
public final class PlainSync {

    private PlainSync() {}

    public static void main(String... arguments) throws Exception {
        boolean insert = arguments[0].equals("insert");
        VendorPages vendor = new VendorPages(Integer.parseInt(arguments[1]));
        try (Derby derby = Derby.open(Path.of(arguments[2]))) {
            CircuitTable table = new CircuitTable(derby.connection());
            if (insert) {
                table.create();
            }
            vendor.login();
            Stopwatch watch = new Stopwatch();
            int pages = 1;
            for (int number = 1; number <= pages; number++) {
                VendorPages.Page page = vendor.page(number);
                pages = page.totalPages();
                if (insert) {
                    table.insert(page.rows());
                } else {
                    table.upsert(page.rows());
                }
            }
            watch.stop();
        }
    }
}
