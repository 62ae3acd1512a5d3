package io.vsatlink.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ParameterSource;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.ReadingSet;
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

    /** One reading of each sort. */
    public interface Sorts {
        @Reading(value = "On or off", states = Lamp.class)
        String getFrontLamp();

        @Reading("A sentence")
        String getReason();

        @Reading(value = "Total number of pages", unit = "pages")
        long getPagesTotal();

        @Reading(value = "Time since the end", unit = "seconds")
        long getSecondsSinceSuccess();

        @Reading(value = "What it takes", unit = "bytes")
        long getSizeOnDisk();

        @Reading("Whether it is so")
        boolean getOpen();

        @Reading("When it was")
        Instant getLastPolled();

        @Reading("Never was")
        Instant getNextPoll();

        @Reading("Out of order")
        long getBroken();

        @Reading("A table")
        List<String> getRows();
    }

    private static final Sorts SORTS = new Sorts() {
        @Override
        public String getFrontLamp() {
            return "OFF";
        }

        @Override
        public String getReason() {
            return "because";
        }

        @Override
        public long getPagesTotal() {
            return 12;
        }

        @Override
        public long getSecondsSinceSuccess() {
            return -1;
        }

        @Override
        public long getSizeOnDisk() {
            return 4096;
        }

        @Override
        public boolean getOpen() {
            return true;
        }

        @Override
        public Instant getLastPolled() {
            return Instant.parse("2026-11-24T00:00:00Z");
        }

        @Override
        public Instant getNextPoll() {
            return null;
        }

        @Override
        public long getBroken() {
            throw new IllegalStateException("out of order");
        }

        @Override
        public List<String> getRows() {
            return List.of();
        }
    };

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
    void eachSortOfReadingIsWhatPrometheusExpects() {
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
    void whatExistsOnceHasNoLabels() {
        assertThat(Scraped.gauges(text(new Title("Store", "", "", "", "The store"))))
                .containsEntry("vsatlink_store_size_on_disk_bytes{}", 4096.0);
    }

    private static String text(Title title) {
        Exposition exposition = new Exposition();
        new PageSamples(new ParameterPage(title, List.of(), NO_SETTINGS, ReadingSet.of(Sorts.class, SORTS)))
                .addTo(exposition);
        return exposition.text();
    }
}
