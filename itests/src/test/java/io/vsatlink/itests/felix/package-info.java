/**
 * Another host than Karaf: Felix with the OSGi services that we ask for and nothing else. In this process for a test, or
 * as a process of its own for what kills it or measures it. Campaigns and benchmarks build on it.
 */
package io.vsatlink.itests.felix;
