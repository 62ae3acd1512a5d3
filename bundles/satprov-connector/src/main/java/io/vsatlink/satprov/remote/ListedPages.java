package io.vsatlink.satprov.remote;

import com.fasterxml.jackson.core.JsonParser;
import io.vsatlink.api.dataset.Column;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.remote.ItemSink;
import io.vsatlink.remote.PageHead;
import io.vsatlink.remote.PageRef;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.item.FieldTally;
import io.vsatlink.remote.listing.ListingWalk;
import io.vsatlink.remote.profile.ColumnProfile;
import io.vsatlink.remote.profile.ListingProfile;
import java.io.IOException;
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

    /** The items of one page. */
    private static final class Mapped implements ItemSink {
        private final RowMapper mapper;
        private final List<MappedItem> items = new ArrayList<>();
        private FieldTally told;

        Mapped(RowMapper mapper) {
            this.mapper = mapper;
            this.told = mapper.tally();
        }

        @Override
        public void take(JsonParser parser, String name) throws IOException {
            items.add(mapper.map(parser, name, told));
        }

        @Override
        public void again() {
            items.clear();
            told = mapper.tally();
        }
    }

    @Override
    public ListingWalk walk() {
        return new ListingWalk(listing.paging(), itemsPerPage);
    }

    @Override
    public MappedPage page(PageRef page, int size) throws VendorException {
        Mapped mapped = new Mapped(mapper);
        PageHead head = client.page(listing, page, size, mapped);
        return new MappedPage(head, mapped.items, mapped.told);
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
