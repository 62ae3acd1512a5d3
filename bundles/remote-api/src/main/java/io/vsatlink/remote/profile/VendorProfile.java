/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The description of a vendor API. Immutable.
 *
 * @param name the name of the vendor's system in messages, e.g. {@code satellite-provisioning}
 * @param version the version of this profile, chosen by its author
 * @param secrets the placeholders of the further secrets that it uses
 * @param headers sent with every call; values may have placeholders
 * @param listings what is read page by page, by name
 * @param calls all other calls, by name
 */
public record VendorProfile(
        String name,
        int version,
        AuthProfile auth,
        Set<String> secrets,
        Map<String, String> headers,
        ErrorProfile errors,
        Map<String, ListingProfile> listings,
        Map<String, CallProfile> calls) {

    public VendorProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(errors, "errors");
        secrets = Set.copyOf(secrets);
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
