/**
 * A page of all readings for Prometheus, on the host's HTTP service. It defines no metric: what elements have told the
 * parameters is what there is.
 *
 * <ol>
 *   <li>{@link MetricsContext} lets in whoever may read the MBeans, by the host's realm and roles.
 *   <li>{@link MetricsServlet} takes the pages of parameters that there are at this moment.
 *   <li>{@link PageSamples} reads each: numbers, times, truth values, and texts of which all states are known.
 *   <li>{@link Exposition} groups them by {@link MetricName} and writes the text.
 * </ol>
 */
package io.vsatlink.metrics;
