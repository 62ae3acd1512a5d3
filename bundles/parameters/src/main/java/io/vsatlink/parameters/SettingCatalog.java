package io.vsatlink.parameters;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of one kind of element, read from its {@code @ObjectClassDefinition}. Immutable. */
public final class SettingCatalog {
    /** Keys that the framework puts into a configuration. */
    private static final Pattern FRAMEWORK = Pattern.compile("(service|component|felix|osgi|org\\.apache)\\..*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\[[^]]+]");

    private final Map<String, SettingDefinition> byKey;

    private SettingCatalog(Map<String, SettingDefinition> byKey) {
        this.byKey = byKey;
    }

    /** @throws IllegalStateException where a method lacks its {@link Setting}, or the Metatype document is missing */
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
        return new SettingCatalog(byKey);
    }

    /** The same settings, of which one is restricted: by every route, because all of them judge by the catalog. */
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

    /**
     * Judges a configuration, each setting alone. A bad value leaves the one in force, or none where none is.
     *
     * @param configuration as the container delivers it, placeholders replaced
     * @param inForce what held until now; {@link Values#none()} at the start
     */
    public Values judge(Map<String, ?> configuration, Values inForce) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (SettingDefinition definition : byKey.values()) {
            String given = text(configuration.get(definition.key()));
            try {
                values.put(definition.key(), judge(definition, given, configuration));
            } catch (BadValueException e) {
                problems.add(e.getMessage());
                inForce.get(definition.key())
                        .filter(old -> stillAllowed(definition, old, configuration))
                        .ifPresent(old -> values.put(definition.key(), old));
            }
        }
        configuration.keySet().stream()
                .filter(key ->
                        !byKey.containsKey(key) && !FRAMEWORK.matcher(key).matches())
                .map(key -> key + ": there is no such setting")
                .forEach(problems::add);
        return new Values(values, problems);
    }

    /** Whether a text is a reference that the container replaces, such as {@code $[env:NAME]}. */
    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    private static String judge(SettingDefinition definition, String given, Map<String, ?> configuration)
            throws BadValueException {
        if (given == null || given.isEmpty()) {
            return definition.defaultValue();
        }
        if (isPlaceholder(given)) {
            throw new BadValueException(definition.key() + ": nothing is known for the placeholder " + given);
        }
        return definition.judge(given, key -> text(configuration.get(key)));
    }

    private static boolean stillAllowed(SettingDefinition definition, String old, Map<String, ?> configuration) {
        try {
            definition.judge(old, key -> text(configuration.get(key)));
            return true;
        } catch (BadValueException e) {
            return false;
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
