/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.element;

import io.vsatlink.remote.profile.ProfileException;
import io.vsatlink.remote.profile.ProfileNeeds;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.file.ProfileInForce;
import io.vsatlink.remote.profile.read.ProfileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The vendor profile that comes with a connector.
 *
 * @param beside the class that the resource lies beside
 * @param resource its name
 * @param needs what the connector wants of each profile
 */
public record BuiltInProfile(Class<?> beside, String resource, ProfileNeeds needs) {

    public VendorProfile read() {
        try (InputStream json = beside.getResourceAsStream(resource)) {
            return ProfileReader.read(json, resource, needs);
        } catch (IOException | ProfileException e) {
            throw new IllegalStateException(resource + " is unusable: " + e.getMessage(), e);
        }
    }

    /**
     * In force until a setting names another one.
     *
     * @param folder of the operator's profiles; null where the host has none
     */
    public ProfileInForce inForce(Path folder) {
        return new ProfileInForce(read(), needs, folder);
    }
}
