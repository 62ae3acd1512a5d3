package io.vsatlink.vendor;

import io.vsatlink.vendor.item.Item;
import io.vsatlink.vendor.profile.CallProfile.Outcome;
import java.util.List;

/**
 * What became of a call.
 *
 * @param id of what is there, where the outcome is not {@link Outcome#DONE} and the vendor told it; else empty
 * @param said the vendor's own words for an outcome that is not {@link Outcome#DONE}; else empty
 * @param items what came back
 * @param etag the version of what came back, empty where the vendor told none
 */
public record CallAnswer(Outcome outcome, String id, String said, List<Item> items, String etag) {

    public CallAnswer {
        items = List.copyOf(items);
    }
}
