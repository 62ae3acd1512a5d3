/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store;

import java.time.Duration;
import java.util.Objects;

/**
 * The settings of the store, parsed.
 *
 * @param dataSource the name of a DataSource service; empty for embedded Derby
 * @param historyRetention how long history is kept
 * @param readDataSource the name of a DataSource service of a standby; empty for none
 * @param readLag how far behind the standby may be
 */
record StoreSettings(String dataSource, Duration historyRetention, String readDataSource, Duration readLag) {
    StoreSettings {
        Objects.requireNonNull(dataSource, "dataSource");
        if (historyRetention.isNegative()) {
            throw new IllegalArgumentException("historyRetention is negative: " + historyRetention);
        }
    }

    /** Without a standby. */
    StoreSettings(String dataSource, Duration historyRetention) {
        this(dataSource, historyRetention, "", Duration.ofSeconds(10));
    }

    boolean readsAs(StoreSettings other) {
        return readDataSource.equals(other.readDataSource) && readLag.equals(other.readLag);
    }

    StoreSettings withDataSource(String other) {
        return new StoreSettings(other, historyRetention, readDataSource, readLag);
    }
}
