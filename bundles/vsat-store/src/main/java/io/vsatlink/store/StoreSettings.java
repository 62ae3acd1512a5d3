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
 */
record StoreSettings(String dataSource, Duration historyRetention) {
    StoreSettings {
        Objects.requireNonNull(dataSource, "dataSource");
        if (historyRetention.isNegative()) {
            throw new IllegalArgumentException("historyRetention is negative: " + historyRetention);
        }
    }

    StoreSettings withDataSource(String other) {
        return new StoreSettings(other, historyRetention);
    }
}
