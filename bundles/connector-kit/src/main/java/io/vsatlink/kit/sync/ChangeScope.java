/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.store.ChangeMark;
import java.time.Instant;

/**
 * What is read of a listing whose vendor can be asked for only what changed.
 *
 * @param column holds the vendor's time of a row's last change
 * @param parameter asks for what changed
 * @param basis of the marks of this vendor
 * @param known the mark that the changes are read from; null if the whole listing is read
 * @param since the time that the vendor is asked for; null if the whole listing is read
 */
public record ChangeScope(String column, String parameter, String basis, ChangeMark known, Instant since) {

    /** Whether only changes are read. */
    public boolean onlyChanges() {
        return known != null;
    }
}
