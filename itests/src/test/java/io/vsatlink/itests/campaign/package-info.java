/**
 * The expected result of each fault and invalid input, with a vendor that produces them on demand. {@code docs/faults.md}
 * maps the lines of its table to tests; {@code *Campaign} classes run with {@code -P campaign} only.
 */
package io.vsatlink.itests.campaign;
