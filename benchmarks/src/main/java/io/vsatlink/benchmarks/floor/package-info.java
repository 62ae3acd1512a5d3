/** What is least possible: the JDK's HTTP client, Jackson, JDBC and a CSV writer, put together by hand; no features. */
package io.vsatlink.benchmarks.floor;
