/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of one kind of element, read from its {@code @ObjectClassDefinition}. Immutable. */
public final class SettingCatalog {
    /** Keys that the framework adds to a configuration. */
    private static final Pattern FRAMEWORK = Pattern.compile("(service|component|felix|osgi|org\\.apache)\\..*");

    private final Map<String, SettingDefinition> byKey;

    private SettingCatalog(Map<String, SettingDefinition> byKey) {
        this.byKey = byKey;
    }

    /** @throws IllegalStateException if a method has no {@link Setting}, or the Metatype document is missing */
    public static SettingCatalog of(Class<?> objectClass) {
        Map<String, Method> methods = Arrays.stream(objectClass.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .collect(Collectors.toMap(method -> method.getName().replace('_', '.'), Function.identity()));
        Map<String, SettingDefinition> byKey = new LinkedHashMap<>();
        MetatypeDescriptions.of(objectClass).forEach((key, description) -> {
            Method method = methods.get(key);
            Setting limits = method == null ? null : method.getAnnotation(Setting.class);
            if (limits == null) {
                throw new IllegalStateException(objectClass.getSimpleName() + ": " + key + " has no @Setting");
            }
            Object defaultValue = method.getDefaultValue();
            byKey.put(
                    key,
                    new SettingDefinition(
                            key,
                            description,
                            defaultValue == null ? "" : defaultValue.toString(),
                            limits,
                            Restriction.NONE));
        });
        return new SettingCatalog(byKey).tellingWhatForgetsSecrets();
    }

    /** Added to the descriptions here and not by each element, so that no element can omit it. */
    private SettingCatalog tellingWhatForgetsSecrets() {
        String secrets = listed(byKey.values().stream()
                .filter(SettingDefinition::secret)
                .map(SettingDefinition::attribute)
                .toList());
        Map<String, SettingDefinition> telling = new LinkedHashMap<>();
        byKey.forEach((key, plain) -> telling.put(
                key,
                secrets.isEmpty() || !plain.leadsSecrets()
                        ? plain
                        : new SettingDefinition(
                                key,
                                plain.description() + "; after a change, " + secrets + " must be entered again",
                                plain.defaultValue(),
                                plain.limits(),
                                plain.restriction())));
        return new SettingCatalog(telling);
    }

    /** {@code A, B and C}. */
    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * Returns the same settings with a restriction on one of them. It applies to every route, because all routes
     * validate by the catalog.
     */
    public SettingCatalog restricted(String key, Restriction restriction) {
        Map<String, SettingDefinition> restricted = new LinkedHashMap<>(byKey);
        restricted.computeIfPresent(
                key,
                (same, plain) -> new SettingDefinition(
                        key, plain.description(), plain.defaultValue(), plain.limits(), restriction));
        return new SettingCatalog(restricted);
    }

    /** All definitions, in the order of the class. */
    public List<SettingDefinition> definitions() {
        return List.copyOf(byKey.values());
    }

    public Optional<SettingDefinition> definition(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Like {@link #judge(Map, SecretPlaces, Values)}, for settings that must not refer to secrets. */
    public Values judge(Map<String, ?> settings, Values inForce) {
        return judge(settings, null, inForce);
    }

    /**
     * Validates settings one by one. For a bad value, the value in force is kept, or none if there is none. Keys are
     * case-insensitive.
     *
     * @param settings the settings as they were written
     * @param secrets resolves references to secrets; null if references are not allowed
     * @param inForce the previous values; {@link Values#none()} at the start
     */
    Values judge(Map<String, ?> settings, SecretPlaces secrets, Values inForce) {
        Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(settings);
        Map<String, String> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (SettingDefinition definition : byKey.values()) {
            try {
                values.put(definition.key(), judge(definition, given, secrets, inForce));
            } catch (BadValueException e) {
                problems.add(e.getMessage());
                inForce.get(definition.key())
                        .filter(old -> stillAllowed(definition, old, given))
                        .ifPresent(old -> values.put(definition.key(), old));
            }
        }
        byKey.keySet().forEach(given::remove);
        given.keySet().stream()
                .filter(key -> !FRAMEWORK.matcher(key).matches())
                .map(key -> key + ": there is no such setting")
                .forEach(problems::add);
        return new Values(values, problems);
    }

    private static String judge(
            SettingDefinition definition, Map<String, Object> given, SecretPlaces secrets, Values inForce)
            throws BadValueException {
        String text = text(given.get(definition.key()));
        if (text == null || text.isEmpty()) {
            return definition.defaultValue();
        }
        if (definition.secret()) {
            Optional<SecretReference> reference = SecretReference.in(text);
            if (reference.isPresent()) {
                return secret(definition, reference.get(), secrets);
            }
        }
        String accepted = definition.accept(text, key -> text(given.get(key)));
        // the value in force was validated before, and a file to which it refers may be missing for a moment
        if (!accepted.equals(inForce.text(definition.key()))) {
            definition.object(accepted);
        }
        return accepted;
    }

    private static String secret(SettingDefinition definition, SecretReference reference, SecretPlaces secrets)
            throws BadValueException {
        if (secrets == null) {
            throw definition.referred();
        }
        return secrets.secret(definition.key(), reference);
    }

    private static boolean stillAllowed(SettingDefinition definition, String old, Map<String, Object> given) {
        try {
            String unused = definition.accept(old, key -> text(given.get(key)));
            return true;
        } catch (BadValueException e) {
            return false;
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
