/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PEM file with certificates to trust. A user who may set its path must not learn which files exist, so the message
 * is the same for every problem, and only the log gives the reason. Thread-safe.
 */
public final class TrustedCertificates {
    /** The end of a sentence about a setting's allowed values. */
    public static final String ALLOWED = " of a readable PEM file with certificates, at most 1 MB; or empty";

    private static final Logger LOG = LoggerFactory.getLogger(TrustedCertificates.class);
    private static final int MOST_BYTES = 1_000_000;

    private final NamedFile file = new NamedFile(MOST_BYTES);

    /** Present if a file can't be used, always with an empty text: {@link #ALLOWED} says enough. */
    public Optional<String> objection(String path) {
        try {
            Collection<? extends Certificate> unused = read(Path.of(path));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("");
        }
    }

    /**
     * Reads the certificates, at least one.
     *
     * @throws IOException with the same sentence for every problem
     */
    public Collection<? extends Certificate> read(Path path) throws IOException {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(file.read(path)));
            if (!certificates.isEmpty()) {
                return certificates;
            }
            LOG.warn("The trusted certificates in {} can't be used: the file has no certificate", path);
        } catch (IOException | CertificateException e) {
            LOG.warn("The trusted certificates in {} can't be used: {}", path, e.toString());
        }
        throw new IOException(path + " is not a readable PEM file with certificates; the log has the reason");
    }
}
