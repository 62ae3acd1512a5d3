package io.vsatlink.satprov.pass;

import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.remote.listing.Verdict;
import io.vsatlink.remote.pace.StoppedException;
import java.util.Set;

/**
 * Reads the listing as often as it takes to be sure. Paging gives no snapshot: an insert and a delete between two pages
 * can hide a row from a pass without changing any count, so only what two complete passes lack is gone.
 */
public final class Passes {
    private static final int MOST = 5;

    private final GenerationWriter writer;
    private final PageFetcher fetcher;
    private final ColumnMemory columns;

    public Passes(GenerationWriter writer, PageFetcher fetcher, ColumnMemory columns) {
        this.writer = writer;
        this.fetcher = fetcher;
        this.columns = columns;
    }

    /**
     * What was found.
     *
     * @param progress of the last pass
     * @param note what a person should know beside the counts, as the end of a Reason; may be empty
     * @param warning what of it a person should look into; may be empty
     */
    public record Result(Progress progress, String note, String warning) {}

    /** Fills the writer; what it then says to be missing may go. */
    public Result readUntilSure() throws PassFailedException, StoppedException {
        Set<String> carried = columns.vanishedBefore();
        writer.carry(carried);
        String incomplete = "";
        int complete = 0;
        for (int pass = 1; pass <= MOST; pass++) {
            if (pass > 1) {
                writer.beginPass();
            }
            PassTally tally = new PassTally(writer, fetcher.tally());
            PageFetcher.Pass read = fetcher.fetchAll(pass, tally);
            Verdict verdict = read.walk().verdict(tally.duplicates());
            if (!verdict.complete()) {
                incomplete = verdict.sentence(pass);
                continue;
            }
            complete++;
            if (tally.unreadableKey()) {
                writer.keepMissing();
            }
            Set<String> vanished = columns.vanished(tally.told(), fetcher.columns());
            if (!vanished.equals(carried)) {
                // what this pass wrote lacks old values, or kept them where there are new ones
                carried = vanished;
                writer.carry(carried);
            } else if (complete > 1 || writer.missing() == 0) {
                Drift drift = columns.remember(tally.told(), fetcher.columns(), vanished);
                String note = read.walk().note() + tally.setAsideNote() + drift.note();
                return new Result(read.progress(), note, drift.warning());
            }
        }
        throw new PassFailedException(
                incomplete.isEmpty()
                        ? "the fields of the rows changed from pass to pass, " + MOST + " times"
                        : incomplete);
    }
}
