/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.profile.column;

import java.util.List;
import java.util.stream.Collectors;

/** Where a column's value comes from. */
public sealed interface ValueSource {

    /** The member name of the item in an object. */
    record OwnName() implements ValueSource {
        @Override
        public String shown() {
            return "the item's own name";
        }
    }

    /** One place in the item. */
    record At(Place place) implements ValueSource {
        @Override
        public List<Place> places() {
            return List.of(place);
        }

        @Override
        public String shown() {
            return place.text();
        }
    }

    /** The first of these places that has a value. */
    record FirstOf(List<Place> places) implements ValueSource {
        public FirstOf {
            places = List.copyOf(places);
        }

        @Override
        public String shown() {
            return places.stream().map(Place::text).collect(Collectors.joining(", else "));
        }
    }

    /**
     * The texts of all these places joined; no value if one of them is missing.
     *
     * @param with the separator
     */
    record Joined(List<Place> places, String with) implements ValueSource {
        public Joined {
            places = List.copyOf(places);
        }

        @Override
        public String shown() {
            return places.stream().map(Place::text).collect(Collectors.joining(" + "));
        }
    }

    /** The same text for every item. */
    record Constant(String text) implements ValueSource {
        @Override
        public String shown() {
            return "constant";
        }
    }

    /** No place in an item: the value is sent where the call has the placeholder of its name. */
    record Placeholder() implements ValueSource {
        @Override
        public String shown() {
            return "placeholder";
        }
    }

    /** The places in the item that it reads; empty if it reads none. */
    default List<Place> places() {
        return List.of();
    }

    /** For messages. */
    String shown();
}
