package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.profile.ProfileException;
import io.vsatlink.vendor.profile.ProfileReader;
import io.vsatlink.vendor.profile.VendorProfile;
import java.io.IOException;
import java.io.InputStream;

/** The vendor profile that comes with this bundle. */
final class BuiltInProfile {
    private static final String RESOURCE = "satellite-provisioning.json";

    private BuiltInProfile() {}

    static VendorProfile read() {
        try (InputStream json = BuiltInProfile.class.getResourceAsStream(RESOURCE)) {
            return ProfileReader.read(json, RESOURCE);
        } catch (IOException | ProfileException e) {
            throw new IllegalStateException(RESOURCE + " is unusable: " + e.getMessage(), e);
        }
    }
}
