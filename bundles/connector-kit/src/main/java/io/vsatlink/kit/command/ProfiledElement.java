/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.command;

import io.vsatlink.api.element.Element;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.profile.file.ProfileInForce;
import java.io.IOException;
import java.nio.file.Path;

/** An element whose calls are described by a vendor profile. */
public interface ProfiledElement extends Element {

    /** The active profile, and those that may replace it. */
    ProfileInForce profile();

    /**
     * A separate client for checking a profile, without effect on the element. To be closed by the caller.
     *
     * @throws IllegalStateException with a sentence while the element may not call
     */
    VendorClient trial(VendorProfile tried);

    /**
     * Writes a new profile, which is not used until a setting names it.
     *
     * @param file its name; no file is overwritten
     * @throws IOException with a sentence if it can't be written
     */
    Path draft(String file, String text) throws IOException;

    /** The page size of a listing. */
    int rowsPerPage(String listing);
}
