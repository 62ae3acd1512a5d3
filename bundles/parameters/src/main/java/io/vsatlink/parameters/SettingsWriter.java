package io.vsatlink.parameters;

import io.vsatlink.parameters.file.KeptConfigurations;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one write path of settings: validate, then change the raw configuration and its file, so that placeholders stay
 * placeholders and secrets stay out of files that did not hold them. The container tells the element.
 *
 * <p>A service, so that writes from several bundles come one after the other and never end in a mixture.
 */
@Component(service = SettingsWriter.class)
public final class SettingsWriter {
    private final KeptConfigurations configurations;

    @Activate
    public SettingsWriter(@Reference KeptConfigurations configurations) {
        this.configurations = configurations;
    }

    /**
     * Sets one setting of the element with this PID; an element without a configuration of its own gets one.
     *
     * @param text as a person typed it; the mask of a secret changes nothing
     * @param forgotten settings that lose their values with this change
     * @throws BadValueException where the value is not allowed; nothing has changed then
     * @throws IOException where the file could not be read or written; nothing has changed then
     */
    public void set(SettingDefinition definition, String pid, String text, List<SettingDefinition> forgotten)
            throws BadValueException, IOException {
        if (definition.secret() && text.equals(SettingDefinition.MASK)) {
            return;
        }
        configurations.<BadValueException>change(pid, raw -> {
            String value = SettingCatalog.isPlaceholder(text)
                    ? text
                    : definition.judge(text, key -> Objects.toString(raw.get(key), null));
            Map<String, Object> changed = new LinkedHashMap<>(raw);
            changed.put(definition.key(), value);
            forgotten.forEach(setting -> changed.remove(setting.key()));
            return changed;
        });
    }

    /** What is wrong with the file of the element as a whole, as one sentence; its settings are those from before. */
    public Optional<String> fileProblem(String pid) {
        return configurations.problem(pid);
    }
}
