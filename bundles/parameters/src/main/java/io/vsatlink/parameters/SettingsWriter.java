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
 * The only write path of settings: validates a value, then changes the file and the raw configuration. Reads settings
 * as they were written and not as the container delivers them, because the container replaces variables and resolves
 * secrets.
 *
 * <p>A service, so that writes from several bundles are serialized and never mixed.
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

    /** A change that a person makes. */
    record Change(SettingDefinition definition, String text, List<SettingDefinition> secrets) {}

    /**
     * Sets one setting of the element with this PID. Creates the configuration if the element has none. If the change
     * could send stored secrets to another place, the secrets are removed.
     *
     * @param inForce the values before the change
     * @param changing receives each setting that will change, with its text, immediately before the change
     * @throws BadValueException if the value is not allowed; then nothing has changed
     * @throws IOException if the file could not be read or written; then nothing has changed
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
            // keeps the spelling of the key in the file
            String spelled = written.keySet().stream()
                    .filter(definition.key()::equalsIgnoreCase)
                    .findFirst()
                    .orElse(definition.key());
            settings.put(spelled, value);
            return settings;
        });
    }

    /**
     * Returns whether a value differs from the value in force or from the value in the file, which may differ from each
     * other.
     */
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

    /** Returns the settings of a PID as they were written. */
    Written read(String pid) throws IOException {
        return configurations.reader().read(pid);
    }

    /**
     * Returns the PID of another configuration that owns the same file and therefore the element; empty if this one
     * owns it.
     */
    Optional<String> rival(String pid) throws IOException {
        return configurations.reader().rival(pid);
    }

    /**
     * Returns whether a configuration belongs to this element only: a container that was asked with a filter may return
     * it for two.
     */
    boolean claim(String pid, SettingsReading reading) {
        return claimed.computeIfAbsent(pid, key -> reading) == reading;
    }

    void unclaim(SettingsReading reading) {
        claimed.values().remove(reading);
    }

    /** Resolves the secrets to which a file refers. */
    SecretPlaces secrets() {
        return secrets;
    }

    /** Calls the looker about once a second until the result is closed. */
    Lookout.Looking look(Runnable looker) {
        return lookout.look(looker);
    }

    /**
     * Returns the problem of the element's file as a whole, in which case the previous settings stay in force; or the
     * setting that another writer changed at the same time. One sentence.
     */
    Optional<String> fileProblem(String pid) {
        return configurations.reader().problem(pid).or(() -> configurations.conflict(pid));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
