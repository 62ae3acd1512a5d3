/** The kit makes a connector of settings, a profile, a mapping and a schedule: a third one in a container, from outside. */
package io.vsatlink.itests.connector;
