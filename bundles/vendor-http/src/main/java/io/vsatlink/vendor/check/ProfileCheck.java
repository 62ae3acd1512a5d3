package io.vsatlink.vendor.check;

import io.vsatlink.vendor.ItemSink;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.VendorClient;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.item.FieldTally;
import io.vsatlink.vendor.item.Item;
import io.vsatlink.vendor.item.ItemReader;
import io.vsatlink.vendor.profile.ListingProfile;
import io.vsatlink.vendor.profile.VendorProfile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a page of a listing and sees how the profile fits it. For one thread. */
public final class ProfileCheck {
    private final VendorProfile profile;
    private final VendorClient client;

    /** @param client of the same profile, which has logged in; null where only saved answers are read */
    public ProfileCheck(VendorProfile profile, VendorClient client) {
        this.profile = profile;
        this.client = client;
    }

    private interface Page {
        PageHead read(ListingProfile listing, Reading reading) throws VendorException;
    }

    /** Reads the first page from the vendor. */
    public ListingReport listing(String name, int pageSize) {
        String call = "GET " + client.target(profile.listings().get(name), pageSize);
        return report(name, call, (listing, reading) -> client.page(listing, PageRef.FIRST, pageSize, reading.sink()));
    }

    /**
     * Reads an answer that somebody saved.
     *
     * @param file what to call it
     */
    public ListingReport saved(String name, String file, InputStream answer) {
        return report(name, file, (listing, reading) -> VendorClient.saved(profile, listing, answer, reading.sink()));
    }

    private ListingReport report(String name, String call, Page page) {
        ListingProfile listing = profile.listings().get(name);
        Reading reading = new Reading(new ItemReader(listing.items()));
        PageHead head = null;
        String failure = "";
        try {
            head = page.read(listing, reading);
        } catch (VendorException e) {
            failure = e.getMessage();
        }
        return new ListingReport(
                name, call, failure, head, listing, reading.reader.columns(), reading.tally, reading.setAside);
    }

    /** What one page holds. */
    private static final class Reading {
        private final ItemReader reader;
        private final FieldTally tally;
        private final List<Item.SetAside> setAside = new ArrayList<>();

        Reading(ItemReader reader) {
            this.reader = reader;
            this.tally = reader.tally();
        }

        ItemSink sink() {
            return (parser, name) -> {
                if (reader.read(parser, name, tally) instanceof Item.SetAside bad) {
                    setAside.add(bad);
                }
            };
        }
    }
}
