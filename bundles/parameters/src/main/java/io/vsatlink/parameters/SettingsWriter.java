/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.parameters.file.KeptConfigurations;
import io.vsatlink.parameters.file.Lookout;
import io.vsatlink.parameters.file.Written;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one path of settings to their files and back: validate, then change the file and the raw configuration; and read what
 * was written, not what the container makes of it, which replaces variables and puts secrets where nobody asked for them.
 *
 * <p>A service, so that writes from several bundles come one after the other and never end in a mixture.
 */
@Component(service = SettingsWriter.class)
public final class SettingsWriter {
    private final KeptConfigurations configurations;
    private final Lookout lookout;
    private final SecretPlaces secrets;
    private final Map<String, SettingsReading> claimed = new ConcurrentHashMap<>();

    @Activate
    public SettingsWriter(
            @Reference KeptConfigurations configurations, @Reference Lookout lookout, BundleContext bundle) {
        this.configurations = configurations;
        this.lookout = lookout;
        this.secrets = SecretPlaces.of(bundle::getProperty);
    }

    /** What somebody sets. */
    record Change(SettingDefinition definition, String text, List<SettingDefinition> secrets) {}

    /**
     * Sets one setting of the element with this PID; an element without a configuration of its own gets one. Where the
     * change could lead stored secrets somewhere else, they go with it.
     *
     * @param inForce before the change
     * @param changing told each setting that will change, and its text, right before that
     * @throws BadValueException where the value is not allowed; nothing has changed then
     * @throws IOException where the file could not be read or written; nothing has changed then
     */
    void set(String pid, Change change, Values inForce, Consumer<Map<SettingDefinition, String>> changing)
            throws BadValueException, IOException {
        configurations.<BadValueException>change(pid, written -> {
            Map<String, Object> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            settings.putAll(written);
            SettingDefinition definition = change.definition();
            String value = definition.accept(change.text(), key -> text(settings.get(key)));
            Map<SettingDefinition, String> changes = new LinkedHashMap<>();
            changes.put(definition, value);
            if (definition.leadsSecrets() && elsewhere(definition, value, settings, inForce)) {
                change.secrets().stream()
                        .filter(secret -> settings.containsKey(secret.key()) || inForce.has(secret.key()))
                        .forEach(secret -> changes.put(secret, ""));
            }
            changing.accept(changes);
            changes.keySet().forEach(secret -> settings.remove(secret.key()));
            // in the spelling that the file has
            String spelled = written.keySet().stream()
                    .filter(definition.key()::equalsIgnoreCase)
                    .findFirst()
                    .orElse(definition.key());
            settings.put(spelled, value);
            return settings;
        });
    }

    /** Whether a value differs from the one in force or from the one in the file, which may differ themselves. */
    private static boolean elsewhere(
            SettingDefinition definition, String value, Map<String, Object> settings, Values inForce) {
        String after = value.isEmpty() ? definition.defaultValue() : value;
        return !after.equals(inForce.text(definition.key())) || !after.equals(before(definition, settings));
    }

    private static String before(SettingDefinition definition, Map<String, Object> settings) {
        String text = text(settings.get(definition.key()));
        try {
            return text == null || text.isEmpty()
                    ? definition.defaultValue()
                    : definition.accept(text, key -> text(settings.get(key)));
        } catch (BadValueException e) {
            return text;
        }
    }

    /** The settings of a PID as somebody wrote them. */
    Written read(String pid) throws IOException {
        return configurations.reader().read(pid);
    }

    /** The configuration that has the file of this one, and so is its element; empty where this one is. */
    Optional<String> rival(String pid) throws IOException {
        return configurations.reader().rival(pid);
    }

    /** Whether a configuration is this one's alone: a container that was asked with a filter may give it to two. */
    boolean claim(String pid, SettingsReading reading) {
        return claimed.computeIfAbsent(pid, key -> reading) == reading;
    }

    void unclaim(SettingsReading reading) {
        claimed.values().remove(reading);
    }

    /** Where secrets are that a file refers to. */
    SecretPlaces secrets() {
        return secrets;
    }

    /** Has somebody look about once a second, until that is closed. */
    Lookout.Looking look(Runnable looker) {
        return lookout.look(looker);
    }

    /**
     * What is wrong with the file of the element as a whole, and its settings are those from before; or which setting
     * somebody else has set at the same time. One sentence.
     */
    Optional<String> fileProblem(String pid) {
        return configurations.reader().problem(pid).or(() -> configurations.conflict(pid));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
