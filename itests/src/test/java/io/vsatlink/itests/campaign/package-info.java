/**
 * What must come of each fault and each bad input, against a vendor that has them on demand. {@code docs/faults.md} says
 * which test stands for which line of the table; {@code *Campaign} classes run with {@code -P campaign} only.
 */
package io.vsatlink.itests.campaign;
