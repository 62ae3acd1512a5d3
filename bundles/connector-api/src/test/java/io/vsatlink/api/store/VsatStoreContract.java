/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

/** What every implementation of the store's ports passes, starting from an empty store for each test. */
public abstract class VsatStoreContract
        implements WritingContract,
                PassContract,
                HoldContract,
                ChangesContract,
                ReadingContract,
                PageContract,
                RoundTripContract,
                HistoryContract,
                JournalContract {}
