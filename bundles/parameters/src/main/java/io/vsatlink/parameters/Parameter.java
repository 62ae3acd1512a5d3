/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Arrays;
import java.util.List;

/**
 * The description of one setting or reading, identical on every surface.
 *
 * @param key the name in files and in the shell, for instance {@code circuits.interval}
 * @param attribute the name in the MBean of its page, for instance {@code Interval}
 * @param description one sentence
 * @param type {@code String}, {@code Long} or {@code Boolean}; {@link Rows} for a table
 * @param unit the unit of a number; empty for none
 * @param min the smallest number or duration allowed, as people write it; empty for none
 * @param max the largest number or duration allowed, as people write it; empty for none
 * @param allowed the allowed values of a setting, in words
 * @param legalValues the allowed values of a setting, or the possible values of a reading; empty if there is no such
 *     list
 * @param several whether a setting may contain several of the legal values, comma-separated
 * @param defaultValue the value if nothing is set; empty for none
 * @param writable whether it is a setting
 * @param secret whether the value is hidden on every surface
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

    /** Whether its value is a {@link Rows}. */
    public boolean table() {
        return type == Rows.class;
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

    /** @param type the type of the record's component */
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

    /** The texts of an enum are the only possible values of the reading. */
    private static List<String> states(Class<?> type) {
        Object[] states = type.getEnumConstants();
        return states == null
                ? List.of()
                : Arrays.stream(states).map(Object::toString).toList();
    }

    /** Returns whether a person means this parameter; ignores case. */
    boolean named(String name) {
        return key.equalsIgnoreCase(name);
    }
}
