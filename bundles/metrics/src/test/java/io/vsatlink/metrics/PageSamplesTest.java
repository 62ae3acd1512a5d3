/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ParameterSource;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Rows;
import io.vsatlink.parameters.SettingDefinition;
import io.vsatlink.parameters.Values;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageSamplesTest {

    /** The states of a lamp. */
    public enum Lamp {
        ON,
        OFF
    }

    /** One reading of each kind. */
    public record Sorts(
            @Reading("On or off") Lamp frontLamp,
            @Reading("A sentence") String reason,
            @Reading(value = "Total number of pages", unit = "pages") long pagesTotal,
            @Reading(value = "Time since the end", unit = "seconds") long secondsSinceSuccess,
            @Reading(value = "What it takes", unit = "bytes") long sizeOnDisk,
            @Reading("Whether it is so") boolean open,
            @Reading("When it was") Instant lastPolled,
            @Reading("Never was") Instant nextPoll,
            @Reading("A table") Rows<String> rows,
            List<Integer> nothing,
            @Reading("A table that can't be read") Rows<String> unread) {

        @Reading("Out of order")
        public long broken() {
            return nothing.get(0);
        }
    }

    private static final Sorts SORTS = new Sorts(
            Lamp.OFF,
            "because",
            12,
            -1,
            4096,
            true,
            Instant.parse("2026-11-24T00:00:00Z"),
            null,
            Rows.of(String.class, List.of()),
            List.of(),
            Rows.unread(String.class, "the database is away"));

    private static final ParameterSource NO_SETTINGS = new ParameterSource() {
        @Override
        public Values values() {
            return Values.none();
        }

        @Override
        public void set(SettingDefinition definition, String text) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void eachKindOfReadingIsWhatPrometheusExpects() {
        assertThat(Scraped.gauges(text(new Title("Satprov", "uat", "EspPirs", "espPirs", "A row"))))
                .containsEntry("vsatlink_satprov_dataset_front_lamp{dataset=EspPirs, element=uat, front_lamp=OFF}", 1.0)
                .containsEntry("vsatlink_satprov_dataset_front_lamp{dataset=EspPirs, element=uat, front_lamp=ON}", 0.0)
                .containsEntry("vsatlink_satprov_dataset_total_pages{dataset=EspPirs, element=uat}", 12.0)
                .containsEntry("vsatlink_satprov_dataset_since_success_seconds{dataset=EspPirs, element=uat}", -1.0)
                .containsEntry("vsatlink_satprov_dataset_size_on_disk_bytes{dataset=EspPirs, element=uat}", 4096.0)
                .containsEntry(
                        "vsatlink_satprov_dataset_last_polled_timestamp_seconds{dataset=EspPirs, element=uat}",
                        1_795_478_400.0)
                .containsEntry("vsatlink_satprov_dataset_open{dataset=EspPirs, element=uat}", 1.0)
                .hasSize(7);
    }

    @Test
    void aSingletonHasNoLabels() {
        assertThat(Scraped.gauges(text(new Title("Store", "", "", "", "The store"))))
                .containsEntry("vsatlink_store_size_on_disk_bytes{}", 4096.0);
    }

    private static String text(Title title) {
        ReadingSet readings = ReadingSet.of(Sorts.class, () -> SORTS);
        return PageSamples.of(List.of(new ParameterPage(title, List.of(), NO_SETTINGS, readings, OperationSet.none())))
                .text();
    }
}
