package io.vsatlink.parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one write path of settings: validate, then update the raw configuration, so that placeholders stay placeholders
 * and secrets stay out of files that did not hold them. The container tells the element, and its files.
 *
 * <p>A service, so that writes from several bundles come one after the other and never end in a mixture.
 */
@Component(service = SettingsWriter.class)
public final class SettingsWriter {
    /** Where FileInstall keeps a configuration: with it in place, an update reaches the file. */
    private static final String FILE = "felix.fileinstall.filename";

    private final ConfigurationAdmin configurations;
    private final BundleContext bundle;

    @Activate
    public SettingsWriter(@Reference ConfigurationAdmin configurations, BundleContext bundle) {
        this.configurations = configurations;
        this.bundle = bundle;
    }

    /**
     * Sets one setting of the element with this PID; an element without a configuration of its own gets one.
     *
     * @param text as a person typed it; the mask of a secret changes nothing
     * @param forgotten settings that lose their values with this change
     * @throws BadValueException where the value is not allowed; nothing has changed then
     * @throws IOException where the container could not keep it
     */
    public synchronized void set(
            SettingDefinition definition, String pid, String text, List<SettingDefinition> forgotten)
            throws BadValueException, IOException {
        if (definition.secret() && text.equals(SettingDefinition.MASK)) {
            return;
        }
        Configuration configuration = existing(pid);
        Dictionary<String, Object> raw =
                configuration == null ? new Hashtable<>() : Objects.requireNonNull(configuration.getProperties());
        String value = SettingCatalog.isPlaceholder(text)
                ? text
                : definition.judge(text, key -> Objects.toString(raw.get(key), null));
        if (configuration == null) {
            configuration = created(pid, raw);
        }
        raw.put(definition.key(), value);
        forgotten.forEach(setting -> raw.remove(setting.key()));
        configuration.updateIfDifferent(raw);
    }

    private Configuration existing(String pid) throws IOException {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? null : found[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("\"" + pid + "\" is no PID", e);
        }
    }

    private Configuration created(String pid, Dictionary<String, Object> raw) throws IOException {
        String etc = bundle.getProperty("karaf.etc");
        if (etc != null) {
            Path file = Path.of(etc, pid.replace('~', '-') + ".cfg").toAbsolutePath();
            // FileInstall writes to a file only if it is there
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
            raw.put(FILE, file.toUri().toString());
        }
        int tilde = pid.indexOf('~');
        return tilde < 0
                ? configurations.getConfiguration(pid, "?")
                : configurations.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    }
}
