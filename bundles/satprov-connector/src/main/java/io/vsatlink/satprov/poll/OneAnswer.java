/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.profile.ListingProfile;
import io.vsatlink.satprov.poll.SatprovSettings.PollSettings;

/** Which datasets are read from the same response: their listings come at once and make the same request. */
record OneAnswer(VendorClient client, SatprovSettings settings) {

    boolean has(Dataset one, Dataset other) {
        ListingProfile first = client.profile().listings().get(one.key());
        ListingProfile second = client.profile().listings().get(other.key());
        if (one == other || first == null || second == null) {
            return false;
        }
        try {
            return client.sameAnswer(first, rows(one), second, rows(other));
        } catch (VendorException e) {
            // each of them reports it in its own poll
            return false;
        }
    }

    private int rows(Dataset dataset) {
        PollSettings row = settings.polling().get(dataset);
        return row == null ? 0 : row.itemsPerPage();
    }
}
