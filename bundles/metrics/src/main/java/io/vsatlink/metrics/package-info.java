/**
 * A page of all readings for Prometheus, on the host's HTTP service. It defines no metrics of its own: it exports what the
 * elements have registered as parameters.
 *
 * <ol>
 *   <li>{@link MetricsContext} admits users who may read the MBeans, by the host's realm and roles.
 *   <li>{@link MetricsServlet} collects the parameter pages that exist at this moment.
 *   <li>{@link PageSamples} reads each page: numbers, times, booleans, and texts with a fixed set of states.
 *   <li>{@link Exposition} groups the samples by {@link MetricName} and writes the text.
 * </ol>
 */
package io.vsatlink.metrics;
