/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;

/** Parses the text with a third-party scraper. */
final class Scraped {

    private Scraped() {}

    static List<MetricFamily> families(String text) {
        CollectorPrometheusMetricsWalker walker = new CollectorPrometheusMetricsWalker();
        new TextPrometheusMetricsProcessor(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), walker)
                .walk();
        return walker.getAllMetricFamilies();
    }

    /** The values by name and labels. */
    static Map<String, Double> gauges(String text) {
        Map<String, Double> gauges = new TreeMap<>();
        for (MetricFamily family : families(text)) {
            for (var metric : family.getMetrics()) {
                gauges.put(family.getName() + new TreeMap<>(metric.getLabels()), ((Gauge) metric).getValue());
            }
        }
        return gauges;
    }
}
