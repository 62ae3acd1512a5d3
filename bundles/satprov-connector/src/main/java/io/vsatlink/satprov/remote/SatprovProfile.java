/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.remote;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.kit.element.BuiltInProfile;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The requirements of this connector for a vendor profile, and the built-in profile. */
public final class SatprovProfile {
    /** With a listing for each dataset, of all its columns. */
    public static final BuiltInProfile BUILT_IN =
            new BuiltInProfile(SatprovProfile.class, "satellite-provisioning.json", needs());

    private SatprovProfile() {}

    private static ProfileNeeds needs() {
        Map<String, ListingNeeds> listings = new LinkedHashMap<>();
        for (Dataset dataset : Dataset.values()) {
            listings.put(
                    dataset.key(),
                    new ListingNeeds(dataset.columns(), dataset.keyColumn().name(), true));
        }
        return new ProfileNeeds(Set.of(), listings, Map.of());
    }
}
