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
 * The settings in force of one element. Immutable. Its text never shows a value, because some are secret.
 *
 * @param byKey values in their normal form; a key without a good value is absent
 * @param problems one sentence for each value that was not accepted
 */
public record Values(Map<String, String> byKey, List<String> problems) {

    public Values {
        byKey = Map.copyOf(byKey);
        problems = List.copyOf(problems);
    }

    public static Values none() {
        return new Values(Map.of(), List.of());
    }

    /** The value in force; empty where none is good. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The value in force, "" where none is good. */
    public String text(String key) {
        return byKey.getOrDefault(key, "");
    }

    /** Whether the setting has a value that is not empty. */
    public boolean has(String key) {
        return !text(key).isEmpty();
    }

    /** @throws IllegalStateException where no value is in force */
    public long number(String key) {
        return Long.parseLong(require(key));
    }

    /** @throws IllegalStateException where no value is in force */
    public Duration duration(String key) {
        return Durations.parse(require(key));
    }

    /** @throws IllegalStateException where no value is in force */
    public List<String> list(String key) {
        return List.of(require(key).split(","));
    }

    /** Whether an on/off or true/false setting is on; without a good value it is off. */
    public boolean on(String key) {
        return text(key).equals("enabled") || text(key).equals("true");
    }

    /**
     * The first setting that keeps an element from calling; empty for none.
     *
     * @param mayBeEmpty settings that need no value, but whose bad value must not silently become "none"
     * @param needed settings that need a value
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
