package io.vsatlink.api.store;

import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.dataset.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The listings of an element, or of a ticketing system, at fixed generations, whatever is published meanwhile. Used by one thread at a time.
 * While it is open, no pruning takes its rows away.
 */
@ProviderType
public interface Snapshot extends AutoCloseable {

    /** The generation read here; empty where it was never published. */
    Optional<Generation> generation(Listing listing);

    /** All rows, ordered by key (by UTF-16 units), read as the stream is. To be closed by the caller. */
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
     * Some rows out of many, for who looks at them: filtered, sorted, and a page of them only. Takes memory for the page and
     * not for the dataset; time for one look at every row at the most.
     */
    RowPage page(RowQuery query);

    /**
     * All rows that match, ordered by key, read as the stream is: the query's order, its {@code after} and its limit do not
     * count. To be closed by the caller.
     */
    Stream<Row> matching(RowQuery query);

    @Override
    void close();
}
