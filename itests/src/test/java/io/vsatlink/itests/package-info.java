/**
 * The product as people meet it: the archive in a stock Karaf, the assembly on its own, files, JMX, the vendor over
 * sockets. What can be shown without a container is shown in the bundles' own tests.
 */
package io.vsatlink.itests;
