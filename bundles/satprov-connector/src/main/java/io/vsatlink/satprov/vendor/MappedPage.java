package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.item.FieldTally;
import io.vsatlink.vendor.listing.PageMark;
import java.util.List;

/**
 * A page, its items mapped.
 *
 * @param told which fields its items have
 */
public record MappedPage(PageHead head, List<MappedItem> items, FieldTally told) {

    /** By what it is recognised if it comes again. */
    public PageMark mark() {
        return PageMark.of(items, MappedItem::key);
    }
}
