package io.vsatlink.kit.command;

import io.vsatlink.api.element.Element;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.profile.ProfileInForce;
import io.vsatlink.remote.profile.VendorProfile;

/** An element that calls as a vendor profile says. */
public interface ProfiledElement extends Element {

    /** The profile in force, or those that may take its place. */
    ProfileInForce profile();

    /**
     * A client of its own for trying a profile: what it does touches nothing of the element's. To be closed by the caller.
     *
     * @throws IllegalStateException with a sentence while the element may not call
     */
    VendorClient trial(VendorProfile tried);

    /** How many rows are asked for in a page of a listing. */
    int rowsPerPage(String listing);
}
