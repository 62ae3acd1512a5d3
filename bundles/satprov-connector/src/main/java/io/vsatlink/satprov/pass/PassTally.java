package io.vsatlink.satprov.pass;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.store.GenerationWriter;
import io.vsatlink.satprov.vendor.MappedItem;
import io.vsatlink.satprov.vendor.MappedPage;
import io.vsatlink.vendor.item.FieldTally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
    private long total = -1;
    private boolean totalChanged;
    private int absentPages;
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
        if (page.equals(MappedPage.NONE)) {
            absentPages++;
            return;
        }
        long listed = page.head().totalItems();
        totalChanged |= total >= 0 && listed != total;
        total = total < 0 ? listed : total;
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
        if (setAside > BAD_ROWS_ALLOWED && setAside * 100 > Math.max(items, total)) {
            throw new PassFailedException(setAside + " of " + Math.max(items, total) + " rows are bad" + sample);
        }
    }

    /**
     * Why this can't be all that the vendor lists, as a Reason; empty where it is.
     *
     * @param passes how many there were by now
     */
    Optional<String> shift(int passes) {
        boolean all = total < 0 ? absentPages == 0 : items == total;
        if (all && duplicates == 0 && !totalChanged) {
            return Optional.empty();
        }
        String what = absentPages == 0
                ? "rows shifted while they were read"
                : absentPages + " of the pages that there should be are answered with HTTP 404";
        String told = total < 0
                ? "does not say how many there are"
                : "says there are " + total + (totalChanged ? ", but not on every page" : "");
        return Optional.of("%s, in %d passes: %d rows came, %d of them again, and the vendor %s"
                .formatted(what, passes, items, duplicates, told));
    }

    long items() {
        return items;
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
