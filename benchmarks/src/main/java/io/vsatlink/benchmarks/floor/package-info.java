/** Hand-written baselines without features: the JDK's HTTP client, Jackson, JDBC and a CSV writer. */
package io.vsatlink.benchmarks.floor;
