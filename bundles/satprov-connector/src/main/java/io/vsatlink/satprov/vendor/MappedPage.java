package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.PageHead;
import java.util.BitSet;
import java.util.List;

/**
 * A page, its items mapped.
 *
 * @param columnsTold the columns, by their place in the dataset, that at least one item has, be it as null
 */
public record MappedPage(PageHead head, List<MappedItem> items, BitSet columnsTold) {

    /** A page that is not there. */
    public static final MappedPage NONE = new MappedPage(new PageHead(0, 0, -1, -1, 0, 0), List.of(), new BitSet());
}
