/** A third connector, built from settings, a profile, a mapping and a schedule, tested in a container from outside. */
package io.vsatlink.itests.connector;
