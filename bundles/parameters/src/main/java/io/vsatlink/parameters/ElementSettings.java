package io.vsatlink.parameters;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    private volatile Values values = Values.none();

    /** @param writer null where there is no container, so that nothing can be set */
    public ElementSettings(SettingCatalog catalog, String pid, SettingsWriter writer) {
        this.catalog = catalog;
        this.pid = pid;
        this.writer = writer;
    }

    /** Takes a configuration as the container delivered it; each new problem is one line in the log. */
    public Values apply(Map<String, ?> configuration) {
        Values before = values;
        Values judged = catalog.judge(configuration, before);
        judged.problems().stream()
                .filter(problem -> !before.problems().contains(problem))
                .forEach(problem -> LOG.warn("{}: {}", pid, problem));
        values = judged;
        return judged;
    }

    @Override
    public Values values() {
        return values;
    }

    /** All problems of the configuration as one text; empty means fine. */
    public String problems() {
        Stream<String> ofTheFile = writer == null ? Stream.of() : writer.fileProblem(pid).stream();
        return Stream.concat(ofTheFile, values.problems().stream()).collect(Collectors.joining("; "));
    }

    @Override
    public void set(SettingDefinition definition, String text) throws BadValueException, IOException {
        boolean moves = definition.limits().forgetsSecrets()
                && (SettingCatalog.isPlaceholder(text)
                        || !definition.judge(text, values::text).equals(values.text(definition.key())));
        writer.set(definition, pid, text, moves ? secrets() : List.of());
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
