package io.vsatlink.satprov.remote;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.ProfileNeeds.ListingNeeds;
import io.vsatlink.remote.profile.ProfileReader;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What this connector wants of a vendor profile, and the one that comes with it. */
public final class SatprovProfile {
    private static final String RESOURCE = "satellite-provisioning.json";

    /** A listing for each dataset, with all its columns. */
    public static final ProfileNeeds NEEDS = needs();

    private SatprovProfile() {}

    /** @param folder of the operator's profiles; null where the host has none */
    public static ProfileInForce inForce(Path folder) {
        return new ProfileInForce(builtIn(), NEEDS, folder);
    }

    /** The profile that comes with this bundle. */
    public static VendorProfile builtIn() {
        try (InputStream json = SatprovProfile.class.getResourceAsStream(RESOURCE)) {
            return ProfileReader.read(json, RESOURCE, NEEDS);
        } catch (IOException | ProfileException e) {
            throw new IllegalStateException(RESOURCE + " is unusable: " + e.getMessage(), e);
        }
    }

    private static ProfileNeeds needs() {
        Map<String, ListingNeeds> listings = new LinkedHashMap<>();
        for (Dataset dataset : Dataset.values()) {
            listings.put(
                    dataset.key(),
                    new ListingNeeds(dataset.columns(), dataset.keyColumn().name()));
        }
        return new ProfileNeeds(Set.of(), listings, Map.of());
    }
}
