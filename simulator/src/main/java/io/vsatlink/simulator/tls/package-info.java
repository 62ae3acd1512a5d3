/**
 * TLS with a certificate authority that exists as long as the process. okhttp-tls creates the certificates; no key
 * leaves the process.
 */
package io.vsatlink.simulator.tls;
