/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes one generation of one dataset, in one or several passes over the vendor's listing. Used by one thread at a
 * time. Closing it without {@link #publish} or {@link #hold} leaves the current generation unchanged.
 */
@ProviderType
public interface GenerationWriter extends AutoCloseable {

    /** The number of this generation. */
    long generation();

    /**
     * Begins another pass over the same listing: duplicates are counted anew, while a row seen by any pass remains
     * seen. The first pass begins automatically.
     */
    void beginPass();

    /**
     * Declares that the vendor no longer returns these columns: rows written from now on take their values from the row's
     * version in the current generation, null where it has none. An empty set ends that.
     *
     * @param columns names of columns of the dataset, without its key
     */
    void carry(Set<String> columns);

    /**
     * Stores only the new or changed rows of a page, all or none: at once, or together with later pages, at the latest when the pass or the
     * generation ends. If it fails, the page was not taken, and may be given again. A key that occurred before in this pass
     * is a duplicate. The last content written for a key wins, across all passes.
     */
    PageOutcome write(List<Row> page);

    /**
     * From now on, a row does not replace one with a later time in this column: that one is seen and keeps its version. A row
     * without a time, or without one before, is written. If the whole listing is read, a row that is older in two consecutive passes
     * is written in the second: the vendor's times may have gone back.
     *
     * @param timeColumn the name of a column of the listing that holds times
     */
    void newestBy(String timeColumn);

    /** Counts the row with this key, if it exists, as seen: it keeps its version. */
    void keep(String key);

    /** Number of rows of the current generation that no pass has seen so far. {@link #publish} would remove them. */
    long missing();

    /** Counts every row not seen so far as seen, so that nothing is removed. */
    void keepMissing();

    /**
     * Stores, together with this generation, from where the next changes can be read. Without it, there is none after a whole listing,
     * and the one before after changes.
     */
    void mark(ChangeMark mark);

    /**
     * Removes the rows not seen and makes this generation the current one. The change becomes visible in one short
     * transaction, whatever the size of the dataset.
     */
    Generation publish();

    /**
     * Keeps this generation ready, unpublished, until {@link VsatStore#acceptHeld} publishes it or the next
     * {@link VsatStore#open} undoes it. Survives a restart. Readers see nothing of it.
     *
     * @return the generation as it would be published, with {@code publishedAt} = now
     */
    Generation hold();

    /** Discards an unpublished generation. Never throws: what can't be undone now is undone by the next open. */
    @Override
    void close();
}
