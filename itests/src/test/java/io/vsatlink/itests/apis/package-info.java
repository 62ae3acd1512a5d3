/**
 * Six vendors with other APIs than the built-in profile's: small servers on real sockets, each described only by a profile
 * (in the resources of this package). All list the same rows, and the stored rows are the same too.
 */
package io.vsatlink.itests.apis;
