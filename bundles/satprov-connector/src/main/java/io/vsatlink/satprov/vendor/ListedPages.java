package io.vsatlink.satprov.vendor;

import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.PageRef;
import io.vsatlink.vendor.VendorClient;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.item.FieldTally;
import io.vsatlink.vendor.profile.ColumnProfile;
import io.vsatlink.vendor.profile.ListingProfile;
import io.vsatlink.vendor.profile.PagingProfile.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages of one dataset, as the vendor lists them. */
final class ListedPages implements PageSource {
    private final VendorClient client;
    private final ListingProfile listing;
    private final RowMapper mapper;
    private final int itemsPerPage;

    ListedPages(VendorClient client, ListingProfile listing, Dataset dataset, int itemsPerPage) {
        this.client = client;
        this.listing = listing;
        this.mapper = new RowMapper(dataset, listing.items());
        this.itemsPerPage = itemsPerPage;
    }

    @Override
    public MappedPage page(PageRef page, int sizeUsed) throws VendorException {
        // a server that cuts its pages short counts offsets all the same in rows, not in pages
        boolean byRows = listing.paging().style() == Style.OFFSET && sizeUsed > 0;
        List<MappedItem> items = new ArrayList<>();
        FieldTally told = mapper.tally();
        PageHead head = client.page(
                listing,
                page,
                byRows ? sizeUsed : itemsPerPage,
                (parser, name) -> items.add(mapper.map(parser, name, told)));
        return new MappedPage(head, items, told);
    }

    @Override
    public boolean anyOrder() {
        return listing.paging().anyOrder();
    }

    @Override
    public boolean tellsNext() {
        return listing.paging().style() == Style.CURSOR || listing.paging().style() == Style.NEXT;
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        listing.items().fields().stream().map(Column::name),
                        listing.items().added().stream().map(ColumnProfile::name))
                .toList();
    }

    @Override
    public FieldTally tally() {
        return mapper.tally();
    }

    @Override
    public void abort() {
        client.abort();
    }
}
