package io.vsatlink.satprov.pass;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.satprov.remote.MappedItem;
import io.vsatlink.satprov.remote.MappedPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the pages of a pass and keeps count, so that nothing is dropped without being told. */
final class PassTally implements PageFetcher.PageSink {
    private static final Logger LOG = LoggerFactory.getLogger(PassTally.class);

    /** A poll fails when more rows than this, and more than 1 % of them, are bad. */
    private static final int BAD_ROWS_ALLOWED = 10;

    private static final int SAMPLES_LOGGED = 10;

    private final GenerationWriter writer;
    private final FieldTally told;
    private final Set<String> keptKeys = new HashSet<>();
    private long items;
    private long duplicates;
    private long setAside;
    private boolean unreadableKey;
    private String sample = "";

    /** @param told empty; takes the fields that the rows have */
    PassTally(GenerationWriter writer, FieldTally told) {
        this.writer = writer;
        this.told = told;
    }

    @Override
    public void take(MappedPage page) throws PassFailedException {
        List<Row> rows = new ArrayList<>(page.items().size());
        for (MappedItem item : page.items()) {
            if (item instanceof MappedItem.Mapped mapped) {
                rows.add(mapped.row());
            } else if (item instanceof MappedItem.SetAside bad) {
                setAside(bad);
            }
        }
        items += page.items().size();
        told.add(page.told());
        if (!rows.isEmpty()) {
            duplicates += writer.write(rows).duplicates();
        }
        long all = Math.max(items, page.head().totalItems());
        if (setAside > BAD_ROWS_ALLOWED && setAside * 100 > all) {
            throw new PassFailedException(setAside + " of " + all + " rows are bad" + sample);
        }
    }

    /** How many rows came that had come before. */
    long duplicates() {
        return duplicates;
    }

    /** The fields that the rows had. */
    FieldTally told() {
        return told;
    }

    /** Whether one of the rows that seem to be missing may be one whose key can't be read. */
    boolean unreadableKey() {
        return unreadableKey;
    }

    /** What was set aside, as the end of a Reason; empty where nothing was. */
    String setAsideNote() {
        return setAside == 0 ? "" : "; " + setAside + " rows set aside" + sample;
    }

    private void setAside(MappedItem.SetAside bad) {
        setAside++;
        if (sample.isEmpty()) {
            sample = ", for instance " + bad.name() + " (" + bad.reason() + ")";
        }
        if (setAside <= SAMPLES_LOGGED) {
            LOG.warn("A row was set aside: {} ({})", bad.name(), bad.reason());
        }
        if (bad.key() == null) {
            unreadableKey = true;
        } else if (keptKeys.add(bad.key())) {
            writer.keep(bad.key());
        } else {
            duplicates++;
        }
    }
}
