/** ETMS elements in a real Karaf, with a platform that has a ticketing of its own. */
package io.vsatlink.itests.ticketing;
