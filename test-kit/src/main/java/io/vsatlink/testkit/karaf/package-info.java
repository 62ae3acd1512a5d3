/** A Karaf as a separate process, in the folder that the system property {@code work.directory} names. */
package io.vsatlink.testkit.karaf;
