/** The mirror of the tickets: polls, statistics, delivery of changes to ticketing systems and queries to them. */
package io.vsatlink.etms.frontend;
