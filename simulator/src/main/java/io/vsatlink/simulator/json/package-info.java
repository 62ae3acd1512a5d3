/**
 * You are here: JSON as plain values. Objects are maps, arrays are lists; {@link
 * io.vsatlink.simulator.json.Fields} reads them and says in one sentence what is wrong with them.
 */
package io.vsatlink.simulator.json;
