/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import io.vsatlink.api.duty.DutyKind;
import io.vsatlink.api.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;

/** A container in a separate process: publishes one generation after another until it is refused. */
final class SharingChild {
    private SharingChild() {}

    /** @param arguments a path whose last name is the address of a database */
    public static void main(String[] arguments) throws InterruptedException {
        String address = Path.of(arguments[0]).getFileName().toString();
        try (JdbcVsatStore store = JdbcVsatStore.open(SharedServer.database(address), Clock.systemUTC())) {
            // as a connector does; without it the duty would be given back after each generation
            store.duties().apply(DutyKind.POLL, Truth.ELEMENT, () -> {});
            while (true) {
                System.out.println(Truth.publishNext(store));
                // time to suspend it while it holds no lock, which on Derby no one else could release
                Thread.sleep(1_000);
            }
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }
}
