package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.api.store.PageOutcome;
import io.vsatlink.api.store.PollOutcome;
import io.vsatlink.satprov.vendor.MappedItem;
import java.util.ArrayList;
import java.util.List;

/** Writes the pages of a pass and keeps count, so that nothing is dropped without being told. */
final class PassTally implements PageFetcher.PageSink {
    /** A poll fails when more rows than this, and more than 1 % of them, are bad. */
    private static final int BAD_ROWS_ALLOWED = 10;

    private final GenerationWriter writer;
    private long items;
    private long duplicates;
    private long setAside;
    private boolean unreadableKey;
    private String sample = "";

    PassTally(GenerationWriter writer) {
        this.writer = writer;
    }

    @Override
    public void take(List<MappedItem> page) throws PollFailedException {
        List<Row> rows = new ArrayList<>(page.size());
        for (MappedItem item : page) {
            if (item instanceof MappedItem.Mapped mapped) {
                rows.add(mapped.row());
            } else if (item instanceof MappedItem.SetAside bad) {
                setAside(bad);
            }
        }
        items += page.size();
        PageOutcome outcome = writer.write(rows);
        duplicates += outcome.duplicates();
        if (setAside > BAD_ROWS_ALLOWED && setAside * 100 > items) {
            throw new PollFailedException(PollOutcome.FAILED, setAside + " of " + items + " rows are bad" + sample);
        }
    }

    /** @throws PollFailedException where what came does not agree with what the vendor said */
    void requireComplete(long totalItems) throws PollFailedException {
        if (totalItems < 0) {
            throw new PollFailedException(PollOutcome.FAILED, "the vendor never said how many rows there are");
        }
        if (totalItems == 0 && writer.missing() > 0) {
            throw new PollFailedException(
                    PollOutcome.FAILED, "the vendor lists no row at all, where it had " + writer.missing());
        }
        if (items != totalItems || duplicates > 0) {
            throw new PollFailedException(
                    PollOutcome.FAILED,
                    "rows shifted while they were read: " + items + " came, " + duplicates
                            + " of them twice, and the vendor says there are " + totalItems);
        }
        if (unreadableKey) {
            // one of the missing rows may be the one whose key can't be read
            writer.keepMissing();
        }
    }

    /** What was set aside, as the end of a Reason; empty where nothing was. */
    String setAsideNote() {
        return setAside == 0 ? "" : "; " + setAside + " rows set aside" + sample;
    }

    private void setAside(MappedItem.SetAside bad) {
        setAside++;
        if (sample.isEmpty()) {
            sample = ", for instance " + (bad.key() == null ? "one" : bad.key()) + " (" + bad.reason() + ")";
        }
        if (bad.key() == null) {
            unreadableKey = true;
        } else {
            writer.keep(bad.key());
        }
    }
}
