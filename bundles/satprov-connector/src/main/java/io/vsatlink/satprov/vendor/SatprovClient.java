package io.vsatlink.satprov.vendor;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.satprov.SatprovSettings.Access;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.VendorClient;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.profile.VendorProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The vendor under one access, by datasets. Thread-safe. Closing it aborts what is in flight. */
public final class SatprovClient implements AutoCloseable {
    private final Map<Dataset, RowMapper> mappers = new EnumMap<>(Dataset.class);
    private final VendorProfile profile;
    private final VendorClient client;

    public SatprovClient(Access access) {
        this.profile = BuiltInProfile.read();
        for (Dataset dataset : Dataset.values()) {
            mappers.put(dataset, new RowMapper(dataset, profile.listings().get(dataset.key())));
        }
        this.client = new VendorClient(profile, access.endpoint(), access.credentials());
    }

    /** Makes what calls need, and calls nobody. */
    public void prepare() throws VendorException {
        client.prepare();
    }

    /** Logs in, with exactly one attempt. */
    public void login() throws VendorException {
        client.login();
    }

    /** The pages of a dataset. */
    public PageSource listing(Dataset dataset, int itemsPerPage) {
        return new PageSource() {
            @Override
            public MappedPage page(int page) throws VendorException {
                return SatprovClient.this.page(dataset, page, itemsPerPage);
            }

            @Override
            public void abort() {
                client.abort();
            }
        };
    }

    private MappedPage page(Dataset dataset, int page, int itemsPerPage) throws VendorException {
        RowMapper mapper = mappers.get(dataset);
        var listing = profile.listings().get(dataset.key());
        List<MappedItem> items = new ArrayList<>();
        FieldsTold told = new FieldsTold();
        PageHead head = client.page(
                listing,
                page + listing.paging().firstPage(),
                itemsPerPage,
                (item, repeated) -> items.add(mapper.map(item, repeated, told)));
        return new MappedPage(head, items, told);
    }

    /** Cuts the calls in flight; later ones work. */
    public void abort() {
        client.abort();
    }

    @Override
    public void close() {
        client.close();
    }
}
