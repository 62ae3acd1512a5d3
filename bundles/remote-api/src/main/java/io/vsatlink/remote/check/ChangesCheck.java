/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.check;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.TimeValue;
import io.vsatlink.api.text.Counted;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.ItemReader;
import io.vsatlink.remote.listing.ItemSink;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRef;
import io.vsatlink.remote.nested.ParentItems;
import io.vsatlink.remote.profile.ListingProfile;
import java.io.IOException;
import java.time.Instant;

/** Asks for what changed lately, as the polls between full ones do. */
final class ChangesCheck {
    private final VendorClient client;
    private final ListingProfile listing;
    private final Findings findings;

    ChangesCheck(VendorClient client, ListingProfile listing, Findings findings) {
        this.client = client;
        this.listing = listing;
        this.findings = findings;
    }

    /** @param whole the first page of the whole listing */
    void read(PageHead whole, int size) {
        if (whole.date() == null) {
            findings.note("responses have no Date header, so changes are never requested: every poll is full");
            return;
        }
        Instant since = listing.changes().from(whole.date());
        ListingProfile changed = listing.changedSince(since);
        Times times = new Times(since);
        ItemSink sink = changed.nesting() == null ? times : new ParentItems(changed, times, bad -> {});
        try {
            PageHead head = client.page(changed, PageRef.FIRST, size, sink);
            long rows = head.totalItems() < 0 ? head.rows() : head.totalItems();
            findings.note(Counted.of(rows, "row") + " changed since " + since + ", according to the vendor");
            if (times.early > 0) {
                findings.mistake(
                        "of those, " + Counted.of(times.early, "row") + " changed before that: the vendor seems to"
                                + " ignore " + listing.changes().parameter() + ", correct changes");
            }
        } catch (VendorException e) {
            findings.mistake("changes since " + since + ": " + e.getMessage());
        }
    }

    /** Counts the rows that should not be there. */
    private final class Times implements ItemSink {
        private final Instant since;
        private final ItemReader reader = ItemReader.lenient(listing.items());
        private final FieldTally unused = reader.tally();
        private final int column = listing.items().fields().stream()
                .map(Column::name)
                .toList()
                .indexOf(listing.changes().column());
        private long early;

        Times(Instant since) {
            this.since = since;
        }

        @Override
        public void take(JsonParser parser, String name) throws IOException {
            if (reader.read(parser, name, unused) instanceof Item.Read row
                    && row.values().get(column) instanceof TimeValue time
                    && time.instant().isBefore(since)) {
                early++;
            }
        }

        @Override
        public void again() {
            early = 0;
        }
    }
}
