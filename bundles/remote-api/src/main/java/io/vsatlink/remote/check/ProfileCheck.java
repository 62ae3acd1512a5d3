/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.InputStream;

/** Reads some of a listing as a poll would, and sees how the profile fits it. For one thread. */
public final class ProfileCheck {
    private final VendorProfile profile;
    private final VendorClient client;

    /** @param client of the same profile, which has logged in; null where only saved answers are read */
    public ProfileCheck(VendorProfile profile, VendorClient client) {
        this.profile = profile;
        this.client = client;
    }

    /**
     * Reads from the vendor: the first pages, and the end as far as it can be reached.
     *
     * @param pageSize as the poll asks for
     */
    public ListingReport listing(String name, int pageSize) {
        ListingProfile listing = profile.listings().get(name);
        Sample sample = new Sample(new ItemReader(listing.items()));
        ListingWalk walk = new ListingWalk(listing.paging(), pageSize);
        ListingCheck check = new ListingCheck(client, listing, walk, sample);
        check.read();
        return new ListingReport(name, client.firstCall(listing, pageSize), check.findings(), listing, sample, walk);
    }

    /**
     * Reads an answer that somebody saved.
     *
     * @param file what to call it
     */
    public ListingReport saved(String name, String file, InputStream answer) {
        ListingProfile listing = profile.listings().get(name);
        Sample sample = new Sample(new ItemReader(listing.items()));
        SampledPage page = new SampledPage(listing, sample);
        ListingWalk walk = null;
        Findings findings = new Findings();
        try {
            PageHead head = VendorClient.saved(profile, listing, answer, page.sink());
            page.add(findings);
            walk = SavedPage.judge(listing.paging(), head, page.mark(), findings);
        } catch (VendorException e) {
            findings.failed(e.getMessage());
        }
        sample.repetition().ifPresent(findings::mistake);
        return new ListingReport(name, file, findings, listing, sample, walk);
    }
}
