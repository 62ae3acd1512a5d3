/** The consolidated inventory: one record a circuit, joined out of all datasets in bounded batches. */
package io.vsatlink.exporter.inventory;
