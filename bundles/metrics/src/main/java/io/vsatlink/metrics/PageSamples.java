/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Converts the readings of a page to samples. A number is unchanged, a boolean is 1 or 0, and a time is in seconds since 1970.
 * A text with a fixed set of states is 1 for the current state and 0 for each other one. Sentences and tables are omitted, and
 * so are values that are currently unknown.
 */
final class PageSamples {
    private static final Logger LOG = LoggerFactory.getLogger(PageSamples.class);

    private final ParameterPage page;
    private final Look look;
    private final Map<String, String> labels = new LinkedHashMap<>();

    /** All samples of an element in one scrape are from the same moment. */
    static Exposition of(List<ParameterPage> pages) {
        Exposition exposition = new Exposition();
        // tables are no samples
        Look look = Look.at(Stream.empty());
        pages.forEach(page -> new PageSamples(page, look).addTo(exposition));
        return exposition;
    }

    private PageSamples(ParameterPage page, Look look) {
        this.page = page;
        this.look = look;
        if (!page.title().name().isEmpty()) {
            labels.put("element", page.title().name());
        }
        if (!page.title().row().isEmpty()) {
            labels.put("dataset", page.title().row());
        }
    }

    private void addTo(Exposition exposition) {
        for (Parameter parameter : page.parameters()) {
            if (!parameter.writable() && !parameter.table()) {
                try {
                    add(parameter, exposition);
                } catch (ReadingException e) {
                    LOG.debug("{} can't be reported", parameter.key(), e);
                }
            }
        }
    }

    private void add(Parameter reading, Exposition exposition) throws ReadingException {
        Object value = page.measure(reading, look);
        if (!reading.legalValues().isEmpty()) {
            addStates(reading, String.valueOf(value), exposition);
        } else if (value instanceof Number number) {
            add(reading, reading.unit(), number.longValue(), exposition);
        } else if (value instanceof Boolean truth) {
            add(reading, "", truth ? 1 : 0, exposition);
        } else if (value instanceof Instant time) {
            add(reading, "timestamp seconds", time.getEpochSecond(), exposition);
        }
    }

    private void add(Parameter reading, String unit, long value, Exposition exposition) {
        exposition.add(MetricName.of(page.title(), reading, unit), reading.description(), labels, value);
    }

    private void addStates(Parameter reading, String current, Exposition exposition) {
        String name = MetricName.of(page.title(), reading, "");
        String label = MetricName.snake(reading.attribute());
        for (String state : reading.legalValues()) {
            Map<String, String> withState = new LinkedHashMap<>(labels);
            withState.put(label, state);
            exposition.add(name, reading.description(), withState, state.equals(current) ? 1 : 0);
        }
    }
}
