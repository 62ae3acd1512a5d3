/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.management;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import java.util.function.Supplier;

/** The pages of an element: one for the element, registered first and removed last, and one for each row of its Polling Settings. */
public final class SatprovPages {

    /** Takes a page to show. */
    public interface Window {
        void show(Title title, ReadingSet readings, OperationSet operations);
    }

    private SatprovPages() {}

    public static void show(SatprovElement element, Window window) {
        Supplier<SatprovReadings> whole = element::readings;
        window.show(
                new Title(element.type(), element.name(), "", "", "Satellite Provisioning element " + element.name()),
                ReadingSet.of(SatprovReadings.class, whole),
                OperationSet.of(SatprovElement.class, element));
        for (Dataset dataset : Dataset.values()) {
            window.show(
                    new Title(
                            element.type(),
                            element.name(),
                            dataset.title(),
                            dataset.key(),
                            "Polling Settings of " + dataset.title() + " of " + element.name()),
                    ReadingSet.of(DatasetReadings.class, whole, all -> all.row(dataset)),
                    OperationSet.of(DatasetOperations.class, new DatasetOperations(element, dataset)));
        }
    }
}
