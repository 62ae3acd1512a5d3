/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Arrays;
import java.util.List;

/**
 * What people are told of one setting or reading, the same on every surface.
 *
 * @param key its name in files and the shell, for instance {@code circuits.interval}
 * @param attribute its name in the MBean of its page, for instance {@code Interval}
 * @param description one sentence
 * @param type {@code String}, {@code Long} or {@code Boolean}; {@link Rows} for a table
 * @param unit of a number; empty for none
 * @param min the smallest number or duration allowed, as people write it; empty for none
 * @param max the largest, likewise
 * @param allowed what a setting may be, in words
 * @param legalValues the words that a setting may be, or a reading can be; empty where there is no such list
 * @param several whether a setting may be several of the legal values, comma separated
 * @param defaultValue what holds where nothing is set; empty for none
 * @param writable whether it is a setting
 * @param secret whether its value is shown nowhere
 */
public record Parameter(
        String key,
        String attribute,
        String description,
        Class<?> type,
        String unit,
        String min,
        String max,
        String allowed,
        List<String> legalValues,
        boolean several,
        String defaultValue,
        boolean writable,
        boolean secret) {

    public Parameter {
        legalValues = List.copyOf(legalValues);
    }

    static Parameter of(SettingDefinition setting) {
        Setting limits = setting.limits();
        return new Parameter(
                setting.key(),
                setting.attribute(),
                setting.description(),
                setting.kind().type(),
                limits.unit(),
                limits.min(),
                limits.max(),
                setting.allowed(),
                setting.kind().legalValues(limits),
                setting.kind() == Kind.LIST,
                setting.defaultValue(),
                true,
                setting.secret());
    }

    /** @param type that the record has it in */
    static Parameter of(String key, String attribute, Reading reading, Class<?> type) {
        return new Parameter(
                key,
                attribute,
                reading.value(),
                shown(type),
                reading.unit(),
                "",
                "",
                "",
                states(type),
                false,
                "",
                false,
                false);
    }

    private static Class<?> shown(Class<?> type) {
        if (type == long.class || type == int.class) {
            return Long.class;
        }
        if (type == boolean.class) {
            return Boolean.class;
        }
        return type == Rows.class ? type : String.class;
    }

    /** The texts of an enum are all that the reading can be. */
    private static List<String> states(Class<?> type) {
        Object[] states = type.getEnumConstants();
        return states == null
                ? List.of()
                : Arrays.stream(states).map(Object::toString).toList();
    }

    /** Whether a person means this one, whatever the case. */
    boolean named(String name) {
        return key.equalsIgnoreCase(name);
    }
}
