/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.sync;

import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.listing.BrokenListing;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.listing.PageHead;
import io.vsatlink.remote.listing.PageRequest;
import io.vsatlink.remote.listing.Verdict;
import io.vsatlink.remote.nested.ItemCall;
import io.vsatlink.remote.pace.PatientCaller;
import io.vsatlink.remote.pace.StopSignal;
import io.vsatlink.remote.pace.StoppedException;
import java.util.Optional;

/** The rows of one item, which have a call of their own, in one page or several. */
final class ItemPages {
    /** Rows of one item seldom shift while they are read. */
    private static final int MOST_PASSES = 3;

    private static final int NOT_FOUND = 404;

    private final VendorClient client;
    private final ItemCall call;
    private final RowMapper mapper;
    private final int rowsPerPage;

    ItemPages(VendorClient client, ItemCall call, RowMapper mapper, int rowsPerPage) {
        this.client = client;
        this.call = call;
        this.mapper = mapper;
        this.rowsPerPage = rowsPerPage;
    }

    /** Reads all of them; empty if the vendor does not have the item, or no rows of it. */
    Optional<ListedPage> read(PatientCaller caller, StopSignal stop, SyncListener listener)
            throws SyncFailed, StoppedException {
        RetryNotes notes = new RetryNotes("rows of " + call.name(), listener);
        for (int pass = 1; ; pass++) {
            PageRows rows = new PageRows(mapper);
            ListingWalk walk = new ListingWalk(
                    call.listing().paging(), rowsPerPage, call.listing().items().shownKey());
            try {
                PageHead head = null;
                for (Optional<PageRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
                    head = page(next.get(), rows, walk, caller, stop, notes).orElse(head);
                }
                Verdict verdict = walk.verdict(0);
                if (verdict.complete()) {
                    return head == null
                            ? Optional.empty()
                            : Optional.of(rows.page(head, rows.mark(), ListedPage.Items.NONE));
                }
                if (pass == MOST_PASSES) {
                    throw new SyncFailed(notes.at() + ": " + verdict.sentence(pass));
                }
            } catch (BrokenListing e) {
                throw new SyncFailed(notes.at() + ": " + e.getMessage());
            } catch (VendorException e) {
                if (walk.cameSoFar() == 0 && e.status().orElse(0) == NOT_FOUND) {
                    return Optional.empty();
                }
                throw notes.failed(e);
            }
        }
    }

    /** Empty if the vendor has no such page. */
    private Optional<PageHead> page(
            PageRequest request,
            PageRows rows,
            ListingWalk walk,
            PatientCaller caller,
            StopSignal stop,
            RetryNotes notes)
            throws VendorException, BrokenListing, StoppedException {
        // what came of an attempt that failed must not count
        PageRows page = new PageRows(mapper);
        try {
            PageHead head = caller.call(
                    () -> call.page(client, request.page(), request.size(), page, page::reject), stop, notes);
            walk.came(request, head, page.mark());
            if (!request.probe()) {
                rows.add(page);
            }
            return Optional.of(head);
        } catch (VendorException e) {
            if (!request.absentBy(e)) {
                throw e;
            }
            walk.absent(request);
            return Optional.empty();
        }
    }
}
