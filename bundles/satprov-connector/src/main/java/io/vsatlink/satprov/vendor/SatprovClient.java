package io.vsatlink.satprov.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.satprov.SatprovSettings.Access;
import io.vsatlink.vendor.PageHead;
import io.vsatlink.vendor.VendorClient;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.profile.VendorProfile;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

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

    /** Logs in, with exactly one attempt. */
    public void login() throws VendorException {
        client.login();
    }

    /**
     * Reads a page and hands its items over as they arrive.
     *
     * @param page counted from 0, whatever the vendor counts from
     */
    public PageHead page(Dataset dataset, int page, int itemsPerPage, Consumer<MappedItem> items)
            throws VendorException {
        RowMapper mapper = mappers.get(dataset);
        var listing = profile.listings().get(dataset.key());
        Consumer<JsonNode> mapped = item -> items.accept(mapper.map(item));
        return client.page(listing, page + listing.paging().firstPage(), itemsPerPage, mapped);
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
