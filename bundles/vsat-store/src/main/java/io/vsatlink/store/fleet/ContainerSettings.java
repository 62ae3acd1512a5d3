/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.fleet;

import io.vsatlink.api.store.ElementMemory;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the containers have recorded of their settings: one text for each, which may not contain secrets. */
public record ContainerSettings(ElementMemory memory) {
    /** The facts of no element. */
    private static final String NOBODY = "";

    private static final String PREFIX = "settings of ";
    private static final String SEPARATOR = "/";

    void record(String container, SortedMap<SettingPlace, String> settings) {
        memory.remember(NOBODY, PREFIX + container, text(settings));
    }

    /** Those of these containers, as far as they have recorded any. */
    SortedMap<String, SortedMap<SettingPlace, String>> of(Collection<String> containers) {
        SortedMap<String, SortedMap<SettingPlace, String>> found = new TreeMap<>();
        memory.recallAll(NOBODY, PREFIX).forEach((name, text) -> {
            String container = name.substring(PREFIX.length());
            if (containers.contains(container)) {
                found.put(container, settings(text));
            }
        });
        return found;
    }

    /** As a file of properties, without the line that tells the time. */
    private static String text(SortedMap<SettingPlace, String> settings) {
        Properties properties = new Properties();
        settings.forEach((place, value) ->
                properties.setProperty(place.type() + SEPARATOR + place.element() + SEPARATOR + place.key(), value));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static SortedMap<SettingPlace, String> settings(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<SettingPlace, String> settings = new TreeMap<>();
        for (Map.Entry<Object, Object> each : properties.entrySet()) {
            String[] place = each.getKey().toString().split(SEPARATOR, 3);
            settings.put(
                    new SettingPlace(place[0], place[1], place[2]),
                    each.getValue().toString());
        }
        return settings;
    }
}
