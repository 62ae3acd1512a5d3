/**
 * Six vendors who speak otherwise than ours: small servers on real sockets, each met by a profile alone (in the resources of
 * this package). All list the same rows, and the same rows end in the store.
 */
package io.vsatlink.itests.apis;
