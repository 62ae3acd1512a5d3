/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import okhttp3.tls.HeldCertificate;

/** The certificate that the vendor presents. All are signed by its authority; only one is valid. */
public enum ServerCertificate {
    GOOD,
    EXPIRED,
    WRONG_HOST;

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** Returns its name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HeldCertificate issue(HeldCertificate authority, Instant now) {
        HeldCertificate.Builder draft = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName(host())
                .addSubjectAlternativeName(host())
                .validityInterval(from(now).toEpochMilli(), until(now).toEpochMilli());
        return this == WRONG_HOST
                ? draft.build()
                : draft.addSubjectAlternativeName("127.0.0.1").build();
    }

    private Instant from(Instant now) {
        return this == EXPIRED ? now.minus(LIFETIME) : now.minus(TOLERANCE);
    }

    private Instant until(Instant now) {
        return this == EXPIRED ? now.minus(TOLERANCE) : now.plus(LIFETIME);
    }

    private String host() {
        return this == WRONG_HOST ? "elsewhere.example.net" : "localhost";
    }
}
