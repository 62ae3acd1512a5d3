/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.parameters.ParameterPage.Title;
import java.util.List;
import java.util.function.Supplier;

/** A page of readings alone: nothing to set, and nothing to do. */
public final class ReadingsPage {
    private ReadingsPage() {}

    /** @param row that shows the same as the element itself; empty for the element */
    public static <T extends Record> ParameterPage of(String row, Class<T> type, Supplier<T> element) {
        return new ParameterPage(
                new Title("Sample", "uat", row, row, "A sample"),
                List.of(),
                null,
                ReadingSet.of(type, element, all -> all),
                OperationSet.none());
    }
}
