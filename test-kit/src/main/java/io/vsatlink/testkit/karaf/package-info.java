/** A Karaf as a process of its own, in the folder that the system property {@code work.directory} names. */
package io.vsatlink.testkit.karaf;
