package io.vsatlink.satprov.remote;

import io.vsatlink.remote.PageHead;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.PageMark;
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
