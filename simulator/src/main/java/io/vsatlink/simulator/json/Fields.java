/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A received JSON object that is read field by field. Every error is a {@link BadInput}. */
public record Fields(Map<String, Object> values) {

    public static Fields read(InputStream in) throws IOException {
        return of(Json.read(in), "The body");
    }

    public static Fields of(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((name, field) -> values.put((String) name, field));
            return new Fields(values);
        }
        throw new BadInput(what + " must be a JSON object.");
    }

    /** Refuses unknown fields, because a misspelt field would otherwise be a test that silently tests nothing. */
    public void onlyKnown(Collection<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new BadInput(
                        "Unknown field \"" + name + "\"; known fields are " + String.join(", ", names) + ".");
            }
        }
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new BadInput("The field \"" + name + "\" is missing."));
    }

    public Optional<String> optionalText(String name) {
        Object value = values.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw new BadInput("The field \"" + name + "\" must be text.");
    }

    /** Returns a value of an enum, which is written in lower case. */
    public <T extends Enum<T>> Optional<T> choice(String name, T[] choices) {
        return optionalText(name).map(text -> choose(name, text, choices));
    }

    private static <T extends Enum<T>> T choose(String name, String text, T[] choices) {
        List<String> names = new ArrayList<>();
        for (T choice : choices) {
            names.add(choice.name().toLowerCase(Locale.ROOT));
        }
        int found = names.indexOf(text);
        if (found < 0) {
            throw new BadInput("The field \"" + name + "\" must be one of " + String.join(", ", names) + ".");
        }
        return choices[found];
    }

    public <T extends Enum<T>> List<T> choices(String name, T[] choices) {
        return texts(name).stream().map(text -> choose(name, text, choices)).toList();
    }

    public OptionalInt number(String name, int least) {
        Object value = values.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Integer number && number >= least) {
            return OptionalInt.of(number);
        }
        throw new BadInput("The field \"" + name + "\" must be a whole number of " + least + " or more.");
    }

    public int required(String name, int least) {
        return number(name, least).orElseThrow(() -> new BadInput("The field \"" + name + "\" is missing."));
    }

    /** Returns false if the field is missing. */
    public boolean flag(String name) {
        Object value = values.getOrDefault(name, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new BadInput("The field \"" + name + "\" must be true or false.");
    }

    public void ifObject(String name, Consumer<Fields> action) {
        if (values.containsKey(name)) {
            action.accept(object(name));
        }
    }

    /** Returns the object in a field; empty if the field is missing. */
    public Fields object(String name) {
        Object value = values.get(name);
        return value == null ? new Fields(Map.of()) : of(value, "The field \"" + name + "\"");
    }

    public List<String> texts(String name) {
        Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new BadInput("The field \"" + name + "\" must be an array of texts.");
    }
}
