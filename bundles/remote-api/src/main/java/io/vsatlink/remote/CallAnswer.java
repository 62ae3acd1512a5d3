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
 * What became of a call.
 *
 * @param id of what is there, where the outcome is not {@link Outcome#DONE} and the vendor told it; else empty
 * @param said the vendor's own words for an outcome that is not {@link Outcome#DONE}; else empty
 * @param items what came back
 * @param etag the version of what came back, empty where the vendor told none
 * @param rest what it leaves out
 */
public record CallAnswer(Outcome outcome, String id, String said, List<Item> items, String etag, Rest rest) {

    /**
     * What an answer says of what is not in it.
     *
     * @param total how many items there are in all, negative where that is not told
     * @param next the part that follows; empty where this is the last one, as far as one can tell from it
     */
    public record Rest(long total, Optional<AnswerPart> next) {
        static final Rest NONE = new Rest(-1, Optional.empty());
    }

    public CallAnswer {
        items = List.copyOf(items);
    }
}
