package io.vsatlink.parameters.file;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.utils.properties.InterpolationHelper.BundleContextSubstitutionCallback;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the container has our configurations, and their files. */
final class Places {
    static final String OURS = "io.vsatlink.";
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private final ConfigurationAdmin configurations;
    private final BundleContext bundle;

    Places(ConfigurationAdmin configurations, BundleContext bundle) {
        this.configurations = configurations;
        this.bundle = bundle;
    }

    /** FileInstall reads before the log is there; of a file that it can't read nobody would hear. */
    void tellUnreadable() {
        String etc = bundle.getProperty("karaf.etc");
        if (etc == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(etc), OURS + "*.cfg")) {
            for (Path path : files) {
                ConfigurationFile file = at(path.toAbsolutePath());
                try {
                    Map<String, Object> unused = file.understood(file.read());
                } catch (IOException e) {
                    LOG.warn("{}", e.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.warn("{} can't be listed: {}", etc, e.getMessage());
        }
    }

    Configuration existing(String pid) throws IOException {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? null : found[0];
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("\"" + pid + "\" is no PID", e);
        }
    }

    /** The configuration, made where there is none. */
    Configuration made(String pid, Configuration existing) throws IOException {
        if (existing != null) {
            return existing;
        }
        int tilde = pid.indexOf('~');
        return tilde < 0
                ? configurations.getConfiguration(pid, "?")
                : configurations.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    }

    /** The file that the configuration names, or the one that it would have; null where the host keeps none. */
    ConfigurationFile file(String pid, Configuration configuration) throws IOException {
        Object named = configuration == null || configuration.getProperties() == null
                ? null
                : configuration.getProperties().get(Settings.FILE);
        String etc = bundle.getProperty("karaf.etc");
        if (named == null && etc == null) {
            return null;
        }
        Path path = named == null
                ? Path.of(etc, pid.replace('~', '-') + ".cfg").toAbsolutePath()
                : Path.of(URI.create(named.toString()));
        ConfigurationFile file = at(path);
        if (named != null && !file.exists()) {
            throw new IOException(path + " is gone");
        }
        return file;
    }

    private ConfigurationFile at(Path path) {
        BundleContextSubstitutionCallback variables = new BundleContextSubstitutionCallback(bundle);
        return new ConfigurationFile(
                path,
                Charset.forName(Objects.requireNonNullElse(
                        bundle.getProperty("felix.fileinstall.configEncoding"), "ISO-8859-1")),
                (name, key, value) -> variables.getValue(value));
    }
}
