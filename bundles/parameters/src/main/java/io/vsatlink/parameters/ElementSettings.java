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

/** The settings of one element: what is in force, and the way to change it. Thread-safe. */
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

    /** @param writer null where there is no container, so that nothing can be set or read */
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
     * The settings of an element that exists because somebody configured it.
     *
     * @param configuration as the container delivered it; none of its values is looked at, because it has replaced variables
     *     in them
     */
    public static ElementSettings of(SettingCatalog catalog, Map<String, ?> configuration, SettingsWriter writer) {
        return new ElementSettings(
                catalog,
                (String) configuration.get("service.pid"),
                ElementName.of(configuration),
                ElementName.objection(configuration),
                writer);
    }

    /** The name of the element that a configuration is for. */
    public static String nameOf(Map<String, ?> configuration) {
        return ElementName.of(configuration);
    }

    /** Of the element; empty for what exists without a configuration of its own. */
    public String name() {
        return name;
    }

    /**
     * Begins to follow what somebody writes.
     *
     * @param next given the settings now and after each change, by one thread at a time; must return soon
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

    /** Takes the settings from another configuration. */
    public synchronized void follow(String next) {
        if (!next.equals(pid)) {
            pid = next;
            audit = new SettingsAudit(next);
        }
        reload();
    }

    /** Reads what was written, and takes it. */
    public synchronized void reload() {
        boolean unused = reloaded();
    }

    /** Whether they could be read. */
    private boolean reloaded() {
        Optional<Values> read = reading.read(pid, values, started);
        read.ifPresent(this::take);
        return read.isPresent();
    }

    /** Takes settings; each new problem and each change is one line in the log. */
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

    /** What FileInstall does not tell: a change that makes none once variables are replaced, a file that is gone. */
    private synchronized void look() {
        if (reading.due(values)) {
            reload();
        }
    }

    /**
     * Whether a start may begin with what is in force. It may not while the container has a configuration before its file, or
     * another one than the file: the rest comes in a moment, and would be a change that somebody has to log in for.
     */
    public synchronized boolean settled() {
        return reading.settled();
    }

    /** The setting with this key. */
    public Optional<SettingDefinition> definition(String key) {
        return catalog.definition(key);
    }

    @Override
    public Values values() {
        return values;
    }

    /**
     * All problems of the configuration as one text; empty means fine.
     *
     * @param others what is wrong with what the settings name; empty texts where nothing is
     */
    public String problems(String... others) {
        Stream<String> ofTheFile = writer == null ? Stream.of() : writer.fileProblem(pid).stream();
        return Stream.of(ofTheFile, values.problems().stream(), Stream.of(others))
                .flatMap(Function.identity())
                .filter(problem -> !problem.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Sets one setting, which is in force on return. */
    @Override
    public void set(SettingDefinition definition, String text) throws BadValueException, IOException {
        if (definition.secret() && text.equals(SettingDefinition.MASK)) {
            return;
        }
        try {
            if (definition.secret() && SecretReference.in(text).isPresent()) {
                throw definition.referred();
            }
            // before others wait: this may look at a file
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
            // FileInstall has read half of the file, and what was set counts meanwhile
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
