/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.api.text.Counted;

/**
 * The differences between listings.
 *
 * @param row the noun for a row, for instance {@code ticket}
 * @param mostPasses maximum number of passes
 * @param publishesMoved whether a listing that shifted during every pass is published nevertheless, without removals:
 *     a busy one could never be published otherwise
 */
public record SyncRules(String row, int mostPasses, boolean publishesMoved) {

    String counted(long count) {
        return Counted.of(count, row);
    }
}
