/** Values of the store as JSON. */
package io.vsatlink.exporter.json;
