/** What JMX shows of an exporter. */
package io.vsatlink.exporter.management;
