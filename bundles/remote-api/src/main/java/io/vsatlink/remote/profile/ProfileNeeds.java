/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile;

import io.vsatlink.api.dataset.Column;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a connector wants of a profile: a profile that lacks some of it is refused as a whole.
 *
 * @param settings the element's own placeholders, beside <code>${correlationId}</code>
 * @param listings by name
 * @param calls by name
 */
public record ProfileNeeds(Set<String> settings, Map<String, ListingNeeds> listings, Map<String, CallNeeds> calls) {

    public ProfileNeeds {
        settings = Set.copyOf(settings);
        listings = Ordered.copy(listings);
        calls = Ordered.copy(calls);
    }

    /** @param key the name of the field that identifies an item, one of {@code fields} */
    public record ListingNeeds(List<Column> fields, String key) {
        public ListingNeeds {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param parameters placeholders of this call, each of which it must use
     * @param written the fields that it may carry; empty for none
     * @param answer the fields of the items that come back; empty where that is of no interest
     * @param optional what of it a profile may leave out without a word: placeholders, fields of the answer,
     *     {@link #ANSWER}, {@link #PAGING}, {@link #REQUIRES}, {@link #FIELDS} and {@link #CALL}; a call without
     *     {@link #PAGING} or {@link #REQUIRES} can't have them
     */
    public record CallNeeds(Set<String> parameters, List<Column> written, List<Column> answer, Set<String> optional) {

        /** The answer as a whole. */
        public static final String ANSWER = "answer";

        /** How an answer in parts is asked for. */
        public static final String PAGING = "paging";

        /** The fields without which the vendor refuses the call. */
        public static final String REQUIRES = "requires";

        /** The fields that it sends. */
        public static final String FIELDS = "fields";

        /** The call itself. */
        public static final String CALL = "call";

        public CallNeeds {
            parameters = Set.copyOf(parameters);
            written = List.copyOf(written);
            answer = List.copyOf(answer);
            optional = Set.copyOf(optional);
        }

        /** Where nothing may be left out. */
        public CallNeeds(Set<String> parameters, List<Column> written, List<Column> answer) {
            this(parameters, written, answer, Set.of());
        }
    }
}
