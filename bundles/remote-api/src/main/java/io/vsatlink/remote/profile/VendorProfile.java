/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Map;
import java.util.Objects;

/**
 * How a vendor API is spoken. Immutable.
 *
 * @param name what the vendor's system is called in messages, e.g. {@code satellite-provisioning}
 * @param version of this profile, chosen by its author
 * @param headers sent on every call, values with placeholders
 * @param listings what can be read page by page, by name
 * @param calls what else can be asked for or told, by name
 */
public record VendorProfile(
        String name,
        int version,
        AuthProfile auth,
        Map<String, String> headers,
        ErrorProfile errors,
        Map<String, ListingProfile> listings,
        Map<String, CallProfile> calls) {

    public VendorProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(errors, "errors");
        headers = Ordered.copy(headers);
        listings = Ordered.copy(listings);
        calls = Ordered.copy(calls);
    }

    /** Whether the vendor gets to know the correlation id: only then is it of use in a message. */
    public boolean sendsCorrelationId() {
        return headers.values().stream()
                .anyMatch(value -> Placeholders.in(value).contains(Placeholders.CORRELATION_ID));
    }
}
