/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote;

import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The result of a call.
 *
 * @param id the id of the existing object, if the outcome is not {@link Outcome#DONE} and the vendor reported it; else
 *     empty
 * @param said the vendor's own words for an outcome that is not {@link Outcome#DONE}; else empty
 * @param items the items of the response
 * @param etag the version of the returned object; empty if the vendor sent none
 * @param rest the items that the response does not contain
 */
public record CallAnswer(Outcome outcome, String id, String said, List<Item> items, String etag, Rest rest) {

    /**
     * What a response reports about the items that it does not contain.
     *
     * @param total the total number of items; negative if not reported
     * @param next the next part; empty if, as far as the response shows, this is the last one
     */
    public record Rest(long total, Optional<AnswerPart> next) {
        static final Rest NONE = new Rest(-1, Optional.empty());
    }

    public CallAnswer {
        items = List.copyOf(items);
    }
}
