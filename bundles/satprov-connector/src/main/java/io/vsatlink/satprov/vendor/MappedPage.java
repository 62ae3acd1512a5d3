package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.PageHead;
import java.util.List;

/**
 * A page, its items mapped.
 *
 * @param told which fields at least one item has
 */
public record MappedPage(PageHead head, List<MappedItem> items, FieldsTold told) {

    /** A page that is not there. */
    public static final MappedPage NONE = new MappedPage(new PageHead(0, 0, -1, -1, 0, 0), List.of(), new FieldsTold());
}
