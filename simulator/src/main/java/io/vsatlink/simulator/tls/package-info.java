/**
 * You are here: TLS with an authority that lives as long as the process. The JDK has no public class that writes an X.509
 * certificate. Running its keytool takes five child processes, some seconds and files with keys in them; the class inside
 * keytool needs {@code --add-exports}. A certificate is a small DER structure, so it is written here: {@link
 * io.vsatlink.simulator.tls.Der} knows the encoding, {@link io.vsatlink.simulator.tls.CertificateDraft} the structure, and
 * the JDK signs and reads it. No key ever leaves the process.
 */
package io.vsatlink.simulator.tls;
