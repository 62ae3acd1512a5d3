package io.vsatlink.parameters;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of one element: what is in force, and the way to change it. Thread-safe. */
public final class ElementSettings implements ParameterSource {
    private static final Logger LOG = LoggerFactory.getLogger(ElementSettings.class);

    private final SettingCatalog catalog;
    private final String pid;
    private final SettingsWriter writer;
    private final SettingsAudit audit;
    private volatile Values values = Values.none();
    private boolean started;

    /** @param writer null where there is no container, so that nothing can be set */
    public ElementSettings(SettingCatalog catalog, String pid, SettingsWriter writer) {
        this.catalog = catalog;
        this.pid = pid;
        this.writer = writer;
        this.audit = new SettingsAudit(pid);
    }

    /** Takes a configuration as the container delivered it; each new problem and each change is one line in the log. */
    public synchronized Values apply(Map<String, ?> configuration) {
        Values before = values;
        Values judged = catalog.judge(configuration, before);
        judged.problems().stream()
                .filter(problem -> !before.problems().contains(problem))
                .forEach(problem -> LOG.warn("{}: {}", pid, problem));
        if (started) {
            audit.applied(catalog.definitions(), before, judged);
        }
        started = true;
        values = judged;
        return judged;
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

    @Override
    public void set(SettingDefinition definition, String text) throws BadValueException, IOException {
        if (definition.secret() && text.equals(SettingDefinition.MASK)) {
            return;
        }
        try {
            change(definition, text);
        } catch (BadValueException e) {
            audit.refused(e);
            throw e;
        }
    }

    private void change(SettingDefinition definition, String text) throws BadValueException, IOException {
        boolean moves = definition.limits().forgetsSecrets()
                && (SettingCatalog.isPlaceholder(text)
                        || !definition.judge(text, values::text).equals(values.text(definition.key())));
        Values before = values;
        List<SettingDefinition> forgotten = moves ? secrets() : List.of();
        Map<SettingDefinition, String> changes = new LinkedHashMap<>();
        changes.put(definition, text);
        forgotten.stream().filter(secret -> before.has(secret.key())).forEach(secret -> changes.put(secret, ""));
        audit.announce(changes, before);
        try {
            writer.set(definition, pid, text, forgotten);
        } catch (BadValueException | IOException e) {
            audit.withdraw(changes);
            throw e;
        }
        audit.set(changes, before);
    }

    /** The part of the PID after the {@code ~}; empty for a PID without one. */
    public static String nameOf(String pid) {
        int tilde = pid.indexOf('~');
        return tilde < 0 ? "" : pid.substring(tilde + 1);
    }

    private List<SettingDefinition> secrets() {
        return catalog.definitions().stream().filter(SettingDefinition::secret).toList();
    }
}
