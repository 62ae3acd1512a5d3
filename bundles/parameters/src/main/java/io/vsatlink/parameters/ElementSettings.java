/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.parameters.file.Lookout.Looking;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of one element: reads the settings in force and changes them. Thread-safe. */
public final class ElementSettings implements ParameterSource {
    private static final Logger LOG = LoggerFactory.getLogger(ElementSettings.class);

    private final SettingCatalog catalog;
    private final String name;
    private final SettingsReading reading;
    private final SettingsWriter writer;
    private volatile String pid;
    private volatile SettingsAudit audit;
    private volatile Values values = Values.none();
    private Consumer<Values> user = none -> {};
    private Looking looking = () -> {};
    private boolean started;

    /** @param writer null outside a container; then nothing can be read or set */
    public ElementSettings(SettingCatalog catalog, String pid, SettingsWriter writer) {
        this(catalog, pid, "", Optional.empty(), writer);
    }

    private ElementSettings(
            SettingCatalog catalog, String pid, String name, Optional<String> obstacle, SettingsWriter writer) {
        this.catalog = catalog;
        this.pid = pid;
        this.name = name;
        this.reading = new SettingsReading(catalog, name, obstacle, writer);
        this.writer = writer;
        this.audit = new SettingsAudit(pid);
    }

    /**
     * Creates the settings of an element that has a configuration.
     *
     * @param configuration the properties that the container delivered. Their values are ignored, because the container
     *     has already replaced variables in them.
     */
    public static ElementSettings of(SettingCatalog catalog, Map<String, ?> configuration, SettingsWriter writer) {
        return new ElementSettings(
                catalog,
                (String) configuration.get("service.pid"),
                ElementName.of(configuration),
                ElementName.objection(configuration),
                writer);
    }

    /** Returns the name of the element to which a configuration belongs. */
    public static String nameOf(Map<String, ?> configuration) {
        return ElementName.of(configuration);
    }

    /** The name of the element; empty for a component without a configuration of its own. */
    public String name() {
        return name;
    }

    /**
     * Starts to follow changes of the configuration.
     *
     * @param next receives the settings now and after each change, on one thread at a time; must return soon
     */
    public synchronized void open(Consumer<Values> next) {
        user = next;
        reload();
        looking = writer == null ? looking : writer.look(this::look);
    }

    public void close() {
        looking.close();
        reading.close();
    }

    /** Switches to another configuration. */
    public synchronized void follow(String next) {
        if (!next.equals(pid)) {
            pid = next;
            audit = new SettingsAudit(next);
        }
        reload();
    }

    /** Reads the written settings and puts them into force. */
    public synchronized void reload() {
        boolean unused = reloaded();
    }

    /** Returns whether the settings could be read. */
    private boolean reloaded() {
        Optional<Values> read = reading.read(pid, values, started);
        read.ifPresent(this::take);
        return read.isPresent();
    }

    /** Puts settings into force. Logs one line for each new problem and each change. */
    public synchronized Values apply(Map<String, ?> settings) {
        return take(catalog.judge(settings, values));
    }

    private Values take(Values judged) {
        Values before = values;
        judged.problems().stream()
                .filter(problem -> !before.problems().contains(problem))
                .forEach(problem -> LOG.warn("{}: {}", pid, problem));
        if (started) {
            audit.applied(catalog.definitions(), before, judged);
        }
        started = true;
        values = judged;
        user.accept(judged);
        return judged;
    }

    /**
     * Detects what FileInstall does not report: a change that has no effect after variables are replaced, and a deleted
     * file.
     */
    private synchronized void look() {
        if (reading.due(values)) {
            reload();
        }
    }

    /**
     * Returns whether an element may start with the settings in force. It must wait while the container has a
     * configuration without its file, or one that differs from the file: the missing part arrives a moment later, and
     * would otherwise count as a change that requires a new login.
     */
    public synchronized boolean settled() {
        return reading.settled();
    }

    /** Returns the definition of the setting with this key. */
    public Optional<SettingDefinition> definition(String key) {
        return catalog.definition(key);
    }

    @Override
    public Values values() {
        return values;
    }

    /**
     * Returns all problems of the configuration as one text; empty if there are none.
     *
     * @param others problems of the resources that the settings refer to; an empty text means no problem
     */
    public String problems(String... others) {
        Stream<String> ofTheFile = writer == null ? Stream.of() : writer.fileProblem(pid).stream();
        return Stream.of(ofTheFile, values.problems().stream(), Stream.of(others))
                .flatMap(Function.identity())
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Sets one setting. The new value is in force when this method returns. */
    @Override
    public void set(SettingDefinition definition, String text) throws BadValueException, IOException {
        if (definition.secret() && text.equals(SettingDefinition.MASK)) {
            return;
        }
        try {
            if (definition.secret() && SecretReference.in(text).isPresent()) {
                throw definition.referred();
            }
            // before the lock is taken, because this may read a file
            String unused = definition.judge(text, values::text);
        } catch (BadValueException e) {
            audit.refused(e);
            throw e;
        }
        change(new SettingsWriter.Change(definition, text, secrets()));
    }

    private void change(SettingsWriter.Change change) throws BadValueException, IOException {
        SettingsAudit.Announcement announcement = audit.announcement(values);
        try {
            writer.set(pid, change, values, announcement::of);
        } catch (BadValueException e) {
            announcement.withdraw();
            audit.refused(e);
            throw e;
        } catch (IOException e) {
            announcement.withdraw();
            throw e;
        }
        takeSet(announcement.changes());
        announcement.log();
    }

    private synchronized void takeSet(Map<SettingDefinition, String> changes) {
        reading.expectWithout(
                changes.keySet().stream().map(SettingDefinition::key).collect(Collectors.toSet()));
        if (!reloaded()) {
            // FileInstall has read half of the file; the new value stays in force in the meantime
            Map<String, String> byKey = new HashMap<>(values.byKey());
            changes.forEach((definition, value) ->
                    byKey.put(definition.key(), value.isEmpty() ? definition.defaultValue() : value));
            take(new Values(byKey, values.problems()));
        }
    }

    private List<SettingDefinition> secrets() {
        return catalog.definitions().stream().filter(SettingDefinition::secret).toList();
    }
}
