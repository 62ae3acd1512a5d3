package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.store.Generation;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.satprov.vendor.SatprovClient;
import io.vsatlink.vendor.Unauthorized;
import io.vsatlink.vendor.VendorException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one dataset once: opens a generation, fills it, publishes it. */
final class PollCycle {
    private static final Logger LOG = LoggerFactory.getLogger(PollCycle.class);

    private final VsatStore store;
    private final String element;

    PollCycle(VsatStore store, String element) {
        this.store = store;
        this.element = element;
    }

    /** Never throws for what a vendor or a store can do: the report says it. */
    PollReport run(int itemsPerPage, SatprovClient client, DatasetPoller poller) {
        Dataset dataset = poller.dataset();
        Progress[] at = {Progress.NONE};
        Consumer<Progress> progress = done -> {
            at[0] = done;
            poller.advance(done);
        };
        try (GenerationWriter writer = store.open(element, dataset)) {
            PassTally tally = new PassTally(writer);
            long total = new PageFetcher(client, dataset, itemsPerPage, poller::cancelled).fetchAll(tally, progress);
            tally.requireComplete(total);
            Generation generation = writer.publish();
            return PollReport.success(at[0], generation, tally.setAsideNote());
        } catch (PollFailedException e) {
            return PollReport.failure(e.outcome(), e.getMessage(), at[0], null);
        } catch (VendorException e) {
            // a cancelled poll's connection is cut under it
            boolean cancelled = poller.cancelled();
            return PollReport.failure(
                    cancelled ? PollOutcome.CANCELLED : PollOutcome.FAILED,
                    at[0].at() + ": " + (cancelled ? "cancelled" : e.getMessage()),
                    at[0],
                    e instanceof Unauthorized refusal ? refusal : null);
        } catch (StoreException e) {
            return PollReport.failure(PollOutcome.FAILED, at[0].at() + ": " + e.getMessage(), at[0], null);
        } catch (RuntimeException e) {
            // the outermost run: without a report the row would stay at Polling for good
            LOG.error("the poll of {} met an error", dataset.key(), e);
            return PollReport.failure(
                    PollOutcome.FAILED, at[0].at() + ": an error of our own, see the log: " + e, at[0], null);
        }
    }
}
