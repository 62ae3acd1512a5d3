/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.itests.kill.Readings;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.karaf.KarafProcess;
import io.vsatlink.testkit.simulator.SimulatorProcess;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The assembly's page for Prometheus: who may read it, and that it agrees with JMX. */
class MetricsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static SimulatorProcess vendor;
    private static KarafProcess karaf;
    private static JMXConnector connector;
    private static MBeanServerConnection jmx;

    @BeforeAll
    static void anAssemblyThatHasPolled() throws Exception {
        vendor = SimulatorProcess.start("--circuits", "60");
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), "metrics");
        karaf.addUser("nina", "nina-test-password", List.of("viewer"));
        karaf.addUser("otto", "otto-test-password", List.of("ssh"));
        karaf.write(
                "etc/io.vsatlink.satprov-uat.cfg",
                "host = http://127.0.0.1\nport = " + vendor.port() + "\napiUsername = vsat\napiPassword = secret\n");
        karaf.start();
        connector = karaf.connect();
        jmx = connector.getMBeanServerConnection();
        Readings readings = new Readings(jmx);
        readings.awaitLogin();
        Await.until("all polled", () -> readings.with("Succeeded").size() == Dataset.values().length);
    }

    @AfterAll
    static void allEnds() throws Exception {
        connector.close();
        karaf.close();
        vendor.close();
    }

    @Test
    void everyNumberThatJmxHasIsThereUnderItsElementAndDataset() throws Exception {
        Map<String, List<Double>> gauges = gauges(get("nina:nina-test-password").body());
        int compared = 0;
        for (ObjectName name : jmx.queryNames(new ObjectName("io.vsatlink:*"), null)) {
            Map<String, String> labels = new TreeMap<>();
            if (name.getKeyProperty("name") != null) {
                labels.put("element", name.getKeyProperty("name"));
            }
            if (name.getKeyProperty("dataset") != null) {
                labels.put("dataset", name.getKeyProperty("dataset"));
            }
            for (MBeanAttributeInfo attribute : jmx.getMBeanInfo(name).getAttributes()) {
                // the one that counts seconds has advanced
                if (attribute.getType().equals(Long.class.getName())
                        && !attribute.isWritable()
                        && !attribute.getName().startsWith("Seconds")) {
                    double value = ((Long) jmx.getAttribute(name, attribute.getName())).doubleValue();
                    List<Double> found = gauges.getOrDefault(labels.toString(), List.of());
                    assertTrue(found.contains(value), name + " " + attribute.getName() + " " + value + ": " + found);
                    compared++;
                }
            }
        }
        // 9 of the element, 4 of each of 8 datasets, 15 of each of the two ETMS elements that the assembly comes with,
        // 5 of the
        // store, 1 of the console
        assertEquals(9 + 8 * 4 + 2 * 15 + 5 + 1, compared);
    }

    @Test
    void aTextWithKnownStatesIsOneForItsStateAndZeroForTheOthers() throws Exception {
        String page = get("nina:nina-test-password").body();
        assertTrue(
                page.contains(
                        "vsatlink_satprov_dataset_status{element=\"uat\",dataset=\"Circuits\",status=\"Succeeded\"} 1\n"),
                page);
        assertTrue(
                page.contains(
                        "vsatlink_satprov_dataset_status{element=\"uat\",dataset=\"Circuits\",status=\"Held\"} 0\n"),
                page);
        assertTrue(page.contains("vsatlink_satprov_health{element=\"uat\",health=\"OK\"} 1\n"), page);
        assertTrue(page.contains("# HELP vsatlink_satprov_dataset_since_success_seconds Time since"), page);
        assertTrue(
                page.contains("vsatlink_satprov_dataset_total_items_rows{element=\"uat\",dataset=\"Circuits\"} 60\n"),
                page);
        assertFalse(page.contains("secret"), page);
    }

    @Test
    void onlyWhoMayReadTheMBeansMayReadIt() throws Exception {
        assertEquals(200, get("nina:nina-test-password").statusCode());
        HttpResponse<String> nobody = HTTP.send(request().build(), BodyHandlers.ofString());
        assertEquals(401, nobody.statusCode());
        assertTrue(nobody.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic "));
        assertFalse(nobody.body().contains("vsatlink_"), nobody.body());
        assertEquals(401, get("nina:wrong").statusCode());
        assertEquals(403, get("otto:otto-test-password").statusCode());
    }

    private static HttpResponse<String> get(String user) throws Exception {
        String credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                request().header("Authorization", "Basic " + credentials).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + karaf.httpPort() + "/vsatlink/metrics/"));
    }

    /** All values by element and dataset, as read by a third-party scraper. */
    private static Map<String, List<Double>> gauges(String page) {
        CollectorPrometheusMetricsWalker walker = new CollectorPrometheusMetricsWalker();
        new TextPrometheusMetricsProcessor(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)), walker)
                .walk();
        Map<String, List<Double>> gauges = new TreeMap<>();
        for (MetricFamily family : walker.getAllMetricFamilies()) {
            for (Metric metric : family.getMetrics()) {
                gauges.computeIfAbsent(new TreeMap<>(metric.getLabels()).toString(), each -> new ArrayList<>())
                        .add(((Gauge) metric).getValue());
            }
        }
        return gauges;
    }
}
