/** ETMS elements in a real Karaf, with a platform that has its own ticketing system. */
package io.vsatlink.itests.ticketing;
