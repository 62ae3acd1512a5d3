package io.vsatlink.satprov.vendor;

import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.item.FieldTally;
import java.util.List;
import java.util.Optional;

/**
 * A page, its items mapped.
 *
 * @param told which fields its items have
 */
public record MappedPage(PageHead head, List<MappedItem> items, FieldTally told) {

    /** A page that is not there. */
    public static final MappedPage NONE =
            new MappedPage(new PageHead(0, -1, -1, 0, 0, Optional.empty()), List.of(), new FieldTally(0));
}
