/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an element, or of one of its rows. {@link Surfaces} registers each page as a service. User
 * interfaces use this port to show parameters and to change them. Thread-safe.
 */
public final class ParameterPage {
    private final Title title;
    private final Map<String, SettingDefinition> settings = new LinkedHashMap<>();
    private final ParameterSource source;
    private final ReadingSet readings;
    private final OperationSet operations;
    private final List<Parameter> parameters;

    /**
     * Identifies the element or row to which the parameters belong.
     *
     * @param type the type in the MBean's name: {@code Satprov}
     * @param name the name of the element; empty for a component that exists only once
     * @param row the title of the row; empty for the element itself
     * @param prefix the prefix of the row in keys, without the dot
     * @param description one sentence
     */
    public record Title(String type, String name, String row, String prefix, String description) {

        /** The display name: {@code Satprov uat}. */
        public String element() {
            return (type + " " + name).strip();
        }
    }

    /**
     * @param settings the settings of all rows; only those of this row are used
     * @param source reads and changes the settings
     * @param readings the readings of the page
     * @param operations the operations of the page
     */
    public ParameterPage(
            Title title,
            List<SettingDefinition> settings,
            ParameterSource source,
            ReadingSet readings,
            OperationSet operations) {
        this.title = title;
        this.source = source;
        this.readings = readings;
        this.operations = operations;
        this.parameters = new ArrayList<>();
        for (SettingDefinition setting : settings) {
            if (setting.row().equals(title.prefix())) {
                this.settings.put(setting.key(), setting);
                parameters.add(Parameter.of(setting));
            }
        }
        parameters.addAll(readings.parameters(title.prefix()));
    }

    public Title title() {
        return title;
    }

    /** Returns the settings in the order of their definition, then the readings by name. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** Returns the parameter with this key; ignores case. */
    public Optional<Parameter> parameter(String key) {
        return parameters.stream().filter(parameter -> parameter.named(key)).findFirst();
    }

    /** The readings whose changes are sent as notifications. */
    public List<String> notified() {
        return readings.notified();
    }

    public OperationSet operations() {
        return operations;
    }

    /**
     * Returns the value of a parameter in this answer, as it may be shown: an object of {@code Parameter#type}, or null
     * if nothing is set. A secret is masked.
     *
     * @throws ReadingException if the value can't be read, with the reason
     */
    public Object value(Parameter parameter, Look look) throws ReadingException {
        SettingDefinition setting = settings.get(parameter.key());
        if (setting == null) {
            Object reading = measure(parameter, look);
            return reading instanceof Rows<?> ? reading : Shown.scalar(reading);
        }
        Values values = look.once(source, source::values);
        String value = setting.shown(values.get(setting.key()).orElse(null));
        if (value == null || value.isEmpty()) {
            return parameter.type() == String.class ? "" : null;
        }
        if (parameter.type() == Long.class) {
            return Long.valueOf(value);
        }
        return parameter.type() == Boolean.class ? Boolean.valueOf(value) : value;
    }

    /**
     * Returns the value of a reading in this answer: a number, a boolean, a text, a state, an {@code Instant}, null, or
     * {@link Rows}.
     *
     * @throws ReadingException if the value can't be read, with the reason
     */
    public Object measure(Parameter reading, Look look) throws ReadingException {
        return readings.read(reading.attribute(), look);
    }

    /**
     * Sets a setting. The new value is in force when this method returns, so that a reader sees it at once.
     *
     * @throws BadValueException if the value is not allowed, or the parameter is a reading
     * @throws IOException if the container could not store the value
     */
    public void set(Parameter parameter, String text) throws BadValueException, IOException {
        SettingDefinition setting = settings.get(parameter.key());
        if (setting == null) {
            throw new BadValueException(parameter.key() + " is a reading and cannot be set");
        }
        source.set(setting, text);
    }
}
