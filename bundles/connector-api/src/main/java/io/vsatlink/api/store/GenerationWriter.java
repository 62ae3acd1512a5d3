package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes one generation of one dataset, in one or several passes over what the vendor lists. Used by one thread at a
 * time. Closing it without {@link #publish} or {@link #hold} leaves the current generation as it was.
 */
@ProviderType
public interface GenerationWriter extends AutoCloseable {

    /** The number this generation will have. */
    long generation();

    /**
     * Begins another pass over the same listing: duplicates are counted anew, while a row that any pass has seen stays
     * seen. The first pass begins by itself.
     */
    void beginPass();

    /**
     * Says that the vendor no longer returns these columns: rows written from now on take their values from the row's
     * version in the current generation, null where it has none. An empty set ends that.
     *
     * @param columns names of columns of the dataset, without its key
     */
    void carry(Set<String> columns);

    /**
     * Takes a page in one transaction and writes only the rows that are new or changed. A key that this pass had before
     * is a duplicate. The last content written for a key wins, over all passes.
     */
    PageOutcome write(List<Row> page);

    /** Counts the row of this key, if there is one, as seen: it keeps the version it has. */
    void keep(String key);

    /** How many rows of the current generation no pass has seen so far. {@link #publish} would remove them. */
    long missing();

    /** Counts every row not seen so far as seen, so that nothing is removed. */
    void keepMissing();

    /**
     * Removes the rows not seen and makes this generation the current one. The change becomes visible in one short
     * transaction, whatever the size of the dataset.
     */
    Generation publish();

    /**
     * Keeps this generation ready, unpublished, until {@link VsatStore#acceptHeld} publishes it or the next
     * {@link VsatStore#open} undoes it. Survives a restart. Readers see nothing of it.
     *
     * @return what it would be, {@code publishedAt} being now
     */
    Generation hold();

    /** Gives up what was not published. Never throws: what can't be undone now is undone by the next open. */
    @Override
    void close();
}
