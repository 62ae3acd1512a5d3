/** The product in a plain Felix with only the OSGi services that it requires. */
package io.vsatlink.itests.felix;
