package io.vsatlink.satprov.remote;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.remote.Access;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.VendorException;
import io.vsatlink.remote.profile.VendorProfile;
import java.util.Optional;

/** The vendor under one access and one profile, by datasets. Thread-safe. Closing it aborts what is in flight. */
public final class SatprovClient implements RemoteClient {
    private final VendorProfile profile;
    private final VendorClient client;

    public SatprovClient(Access access, VendorProfile profile) {
        this.profile = profile;
        this.client = new VendorClient(profile, access.endpoint(), access.credentials());
    }

    @Override
    public void prepare() throws VendorException {
        client.prepare();
    }

    @Override
    public void login() throws VendorException {
        client.login();
    }

    /** The pages of a dataset; empty where the profile says that the vendor has no such dataset. */
    public Optional<PageSource> listing(Dataset dataset, int itemsPerPage) {
        return Optional.ofNullable(profile.listings().get(dataset.key()))
                .map(listing -> new ListedPages(client, listing, dataset, itemsPerPage));
    }

    @Override
    public void abort() {
        client.abort();
    }

    @Override
    public void close() {
        client.close();
    }
}
