/**
 * Another host than Karaf: Felix with the OSGi services that we ask for and nothing else. In this process for a test, or
 * as a process of its own for what kills it or measures it. The system property {@code felix.bundles} names the folder of
 * the bundles.
 */
package io.vsatlink.testkit.felix;
