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
 * The parameters of an element, or of one row of it. Registered as a service for each by {@link Surfaces}: the port of
 * the windows, which find here all that they show and the way to change it. Thread-safe.
 */
public final class ParameterPage {
    private final Title title;
    private final Map<String, SettingDefinition> settings = new LinkedHashMap<>();
    private final ParameterSource source;
    private final ReadingSet readings;
    private final OperationSet operations;
    private final List<Parameter> parameters;

    /**
     * Whose parameters they are.
     *
     * @param type as in the MBean's name: {@code Satprov}
     * @param name of the element; empty for what exists once
     * @param row the title of the row; empty for the element itself
     * @param prefix of the row in keys, without the dot
     * @param description one sentence
     */
    public record Title(String type, String name, String row, String prefix, String description) {

        /** As people speak of it: {@code Satprov uat}. */
        public String element() {
            return (type + " " + name).strip();
        }
    }

    /**
     * @param settings those of all rows; only those of this one are taken
     * @param source where they come from and go to
     * @param readings what stands beside them
     * @param operations what can be done there
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

    /** Settings first, in the order of their definition, then the readings by name. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** The parameter with this key, whatever the case. */
    public Optional<Parameter> parameter(String key) {
        return parameters.stream().filter(parameter -> parameter.named(key)).findFirst();
    }

    /** The readings whose changes are told. */
    public List<String> notified() {
        return readings.notified();
    }

    public OperationSet operations() {
        return operations;
    }

    /**
     * What a parameter is in this answer, as people are shown it: a {@code Parameter#type} or null where nothing is set; a
     * secret is masked.
     *
     * @throws ReadingException where it can't be told, with the reason
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
     * What a reading is in this answer: a number, a truth value, a text, a state, an {@code Instant}, null, or {@link Rows}.
     *
     * @throws ReadingException where it can't be told, with the reason
     */
    public Object measure(Parameter reading, Look look) throws ReadingException {
        return readings.read(reading.attribute(), look);
    }

    /**
     * Sets a setting, which is in force on return, so that whoever reads it back sees what was set.
     *
     * @throws BadValueException where the value is not allowed, or the parameter is a reading
     * @throws IOException where the container could not keep it
     */
    public void set(Parameter parameter, String text) throws BadValueException, IOException {
        SettingDefinition setting = settings.get(parameter.key());
        if (setting == null) {
            throw new BadValueException(parameter.key() + " is a reading and cannot be set");
        }
        source.set(setting, text);
    }
}
