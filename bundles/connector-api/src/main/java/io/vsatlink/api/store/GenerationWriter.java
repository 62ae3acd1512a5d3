package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Row;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes one generation of one dataset. Used by one thread at a time. Closing it without {@link #publish} leaves the
 * current generation as it was.
 */
@ProviderType
public interface GenerationWriter extends AutoCloseable {

    /** The number this generation will have. */
    long generation();

    /**
     * Takes a page in one transaction and writes only the rows that are new or changed. A key that was written before in
     * this generation is a duplicate: its last content wins.
     */
    PageOutcome write(List<Row> page);

    /** Counts the row of this key, if there is one, as seen: it keeps the version it has. */
    void keep(String key);

    /** How many rows of the current generation this one has not seen so far. {@link #publish} would remove them. */
    long missing();

    /** Counts every row not seen so far as seen, so that nothing is removed. */
    void keepMissing();

    /**
     * Removes the rows not seen and makes this generation the current one. The change becomes visible in one short
     * transaction, whatever the size of the dataset.
     */
    Generation publish();

    /** Gives up what was not published. Never throws: what can't be undone now is undone by the next open. */
    @Override
    void close();
}
