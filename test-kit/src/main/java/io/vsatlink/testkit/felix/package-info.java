/**
 * A host other than Karaf: Felix with only the OSGi services that the product requires. It runs in this process, or in
 * a separate one for tests that kill or measure it. The system property {@code felix.bundles} names the folder of the
 * bundles.
 */
package io.vsatlink.testkit.felix;
