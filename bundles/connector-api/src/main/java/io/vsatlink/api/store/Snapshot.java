/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The listings of an element, or of a ticketing system, at fixed generations, regardless of later publications. Used by one thread at a time.
 * While it is open, its rows are not pruned.
 */
@ProviderType
public interface Snapshot extends AutoCloseable {

    /** The generation of this snapshot; empty if none was ever published. */
    Optional<Generation> generation(Listing listing);

    /** All rows, ordered by key (by UTF-16 units), read lazily. To be closed by the caller. */
    Stream<Row> rows(Listing listing);

    /** The row with this key. */
    Optional<Row> row(Listing listing, String key);

    /**
     * The rows whose column has one of these values, ordered by key.
     *
     * @param column the name of the key column or of a column marked {@code lookup}
     * @param values at most 1 000
     */
    List<Row> find(Listing listing, String column, Collection<String> values);

    /**
     * One page of filtered and sorted rows, for people who browse. Takes memory for the page and
     * not for the dataset; time for at most one scan of the rows.
     */
    RowPage page(RowQuery query);

    /**
     * All matching rows, ordered by key, read lazily: the query's order, its {@code after} and its limit are
     * ignored. To be closed by the caller.
     */
    Stream<Row> matching(RowQuery query);

    @Override
    void close();
}
