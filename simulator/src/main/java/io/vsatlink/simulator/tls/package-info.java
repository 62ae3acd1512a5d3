/**
 * You are here: TLS with an authority that lives as long as the process. okhttp-tls makes the certificates; no key ever
 * leaves the process.
 */
package io.vsatlink.simulator.tls;
