/** The product in a plain Felix, a host with the OSGi services that we ask for and nothing else. */
package io.vsatlink.itests.felix;
