/**
 * JSON as plain values. Objects are maps, arrays are lists; {@link io.vsatlink.simulator.json.Fields} reads them and
 * reports errors in one sentence.
 */
package io.vsatlink.simulator.json;
