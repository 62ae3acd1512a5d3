/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings in force of one element. Immutable. {@code toString} never contains a value, because some values are
 * secret.
 *
 * @param byKey values in their normal form; a key without a valid value is absent
 * @param problems one sentence for each refused value
 */
public record Values(Map<String, String> byKey, List<String> problems) {

    public Values {
        byKey = Map.copyOf(byKey);
        problems = List.copyOf(problems);
    }

    public static Values none() {
        return new Values(Map.of(), List.of());
    }

    /** Returns the value in force; empty if there is no valid value. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Returns the value in force; "" if there is no valid value. */
    public String text(String key) {
        return byKey.getOrDefault(key, "");
    }

    /** Returns whether the setting has a non-empty value. */
    public boolean has(String key) {
        return !text(key).isEmpty();
    }

    /** @throws IllegalStateException if no value is in force */
    public long number(String key) {
        return Long.parseLong(require(key));
    }

    /** @throws IllegalStateException if no value is in force */
    public Duration duration(String key) {
        return Durations.parse(require(key));
    }

    /** @throws IllegalStateException if no value is in force */
    public List<String> list(String key) {
        return List.of(require(key).split(","));
    }

    /** Returns whether an on/off or true/false setting is on. Without a valid value it is off. */
    public boolean on(String key) {
        return text(key).equals("enabled") || text(key).equals("true");
    }

    /**
     * Returns the first setting that prevents the element from making calls; empty for none.
     *
     * @param mayBeEmpty settings that may be empty, but whose invalid value must not be treated as "none"
     * @param needed settings that must have a value
     */
    public String missing(Stream<String> mayBeEmpty, Stream<String> needed) {
        return Stream.concat(mayBeEmpty.filter(key -> get(key).isEmpty()), needed.filter(key -> !has(key)))
                .findFirst()
                .orElse("");
    }

    private String require(String key) {
        return get(key).orElseThrow(() -> new IllegalStateException(key + " has no value in force"));
    }

    @Override
    public String toString() {
        return "Values" + byKey.keySet();
    }
}
