/**
 * Tests of the product as users meet it: the archive in a stock Karaf, the assembly, files, JMX, and the vendor over
 * sockets. What can be tested without a container is in the bundles' own tests.
 */
package io.vsatlink.itests;
