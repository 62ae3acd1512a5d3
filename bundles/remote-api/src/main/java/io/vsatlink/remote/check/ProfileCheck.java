/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.draft.sample.SavedAnswer;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.http.Heading;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.remote.profile.VendorProfile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads part of a listing as a poll does, and reports how well the profile fits. Not thread-safe. */
public final class ProfileCheck {
    private final VendorProfile profile;
    private final VendorClient client;

    /** @param client uses the same profile and has logged in; null if only saved responses are read */
    public ProfileCheck(VendorProfile profile, VendorClient client) {
        this.profile = profile;
        this.client = client;
    }

    /** What a good answer can't show: gaps of the profile that are no mistakes. Without a call; for people. */
    public List<String> notes() {
        return new ErrorNotes(profile.auth(), profile.errors())
                .all().stream().map(note -> "Note: " + note).toList();
    }

    /**
     * Reads from the vendor: the first pages, and the last one if it can be requested directly.
     *
     * @param pageSize as in a poll
     */
    public ListingReport listing(String name, int pageSize) {
        ListingProfile listing = profile.listings().get(name);
        Sample sample = new Sample(new ItemReader(listing.items()));
        ListingWalk walk =
                new ListingWalk(listing.paging(), pageSize, listing.items().shownKey());
        ListingCheck check = new ListingCheck(client, listing, walk, sample);
        check.read();
        return new ListingReport(
                name, client.firstCall(listing, pageSize), check.findings(), listing, sample, walk, client::masked);
    }

    /**
     * Reads a saved response, with the headers that may be before it.
     *
     * @param file its name, for messages
     */
    public ListingReport saved(String name, String file, byte[] answer) {
        ListingProfile listing = profile.listings().get(name);
        Sample sample = new Sample(new ItemReader(listing.items()));
        SampledPage page = new SampledPage(listing, sample);
        ListingWalk walk = null;
        Findings findings = new Findings();
        Heading heading = SavedAnswer.heading(answer).orElse(null);
        InputStream body = new ByteArrayInputStream(SavedAnswer.body(answer));
        try {
            PageHead head = VendorClient.saved(profile, listing, heading, body, page.sink());
            page.add(findings);
            walk = new SavedPage(listing.paging(), heading != null).judge(head, page.mark(), findings);
        } catch (VendorException e) {
            findings.failed(e.getMessage());
        }
        sample.repetition().ifPresent(findings::mistake);
        return new ListingReport(name, file, findings, listing, sample, walk, UnaryOperator.identity());
    }
}
