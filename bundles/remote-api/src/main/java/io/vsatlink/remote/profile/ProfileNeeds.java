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
 * What a connector requires of a profile: a profile that lacks any of it is refused as a whole.
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

    /**
     * @param key the name of the field that identifies an item, one of {@code fields}
     * @param changes whether the connector can make use of an answer that has only what changed
     */
    public record ListingNeeds(List<Column> fields, String key, boolean changes) {
        public ListingNeeds {
            fields = List.copyOf(fields);
        }

        /** Of a listing that is always read as a whole. */
        public ListingNeeds(List<Column> fields, String key) {
            this(fields, key, false);
        }
    }

    /**
     * @param parameters placeholders of this call, each of which it must use
     * @param written the fields that it may send; may be empty
     * @param answer the fields of the returned items; empty if the response is ignored
     * @param optional what a profile may leave out silently: placeholders, fields of the answer,
     *     {@link #ANSWER}, {@link #PAGING}, {@link #REQUIRES}, {@link #FIELDS} and {@link #CALL}; a call without
     *     {@link #PAGING} or {@link #REQUIRES} cannot have them
     */
    public record CallNeeds(Set<String> parameters, List<Column> written, List<Column> answer, Set<String> optional) {

        /** The answer as a whole. */
        public static final String ANSWER = "answer";

        /** How a response in parts is requested. */
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

        /** A call of which nothing may be left out. */
        public CallNeeds(Set<String> parameters, List<Column> written, List<Column> answer) {
            this(parameters, written, answer, Set.of());
        }
    }
}
