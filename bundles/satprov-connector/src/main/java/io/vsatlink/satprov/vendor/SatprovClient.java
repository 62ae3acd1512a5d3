package io.vsatlink.satprov.vendor;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.satprov.SatprovSettings.Access;
import io.vsatlink.vendor.VendorClient;
import io.vsatlink.vendor.VendorException;
import io.vsatlink.vendor.profile.VendorProfile;

/** The vendor under one access and one profile, by datasets. Thread-safe. Closing it aborts what is in flight. */
public final class SatprovClient implements AutoCloseable {
    private final VendorProfile profile;
    private final VendorClient client;

    public SatprovClient(Access access, VendorProfile profile) {
        this.profile = profile;
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
        return new ListedPages(client, profile.listings().get(dataset.key()), dataset, itemsPerPage);
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
