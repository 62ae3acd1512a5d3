/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.parameters.text.ConfigurationFile;
import io.vsatlink.parameters.text.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.utils.properties.InterpolationHelper.BundleContextSubstitutionCallback;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Where the container has our configurations, and their files. */
final class Places {
    static final String OURS = "io.vsatlink.";

    /** Kind and name of an element in the name of a file. */
    private static final Pattern SEPARATED = Pattern.compile("([^-~]+)([-~])(.*)");

    /** What is written in lines of key and value; Karaf knows JSON, too, which is its own affair. */
    private static final Pattern LINES = Pattern.compile(".*\\.(cfg|config)");

    private final ConfigurationAdmin configurations;
    private final BundleContext bundle;

    Places(ConfigurationAdmin configurations, BundleContext bundle) {
        this.configurations = configurations;
        this.bundle = bundle;
    }

    /** Whether FileInstall writes each update of a configuration into its file: it does unless it is told not to. */
    boolean writtenBack() {
        String save = bundle.getProperty("felix.fileinstall.enableConfigSave");
        return save == null || Boolean.parseBoolean(save);
    }

    /** All configurations of ours. */
    List<Configuration> all() throws IOException {
        return list("(service.pid=" + OURS + "*)");
    }

    /** All files of ours; none where the host keeps none. */
    List<ConfigurationFile> files() throws IOException {
        String etc = bundle.getProperty("karaf.etc");
        List<ConfigurationFile> files = new ArrayList<>();
        if (etc != null) {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of(etc), OURS + "*.cfg")) {
                paths.forEach(path -> files.add(at(path.toAbsolutePath())));
            }
        }
        return files;
    }

    Configuration existing(String pid) throws IOException {
        return list("(service.pid=" + literal(pid) + ")").stream()
                .filter(found -> found.getPid().equals(pid))
                .findFirst()
                .orElse(null);
    }

    /** All that name the same file as this one, itself among them; none where it names none. */
    List<Configuration> sharing(Configuration configuration) throws IOException {
        Object file = Settings.file(configuration);
        return file == null ? List.of() : list("(" + Settings.FILE + "=" + literal(file.toString()) + ")");
    }

    /** A name may have characters that mean something in a filter. */
    private static String literal(String text) {
        return text.replaceAll("[*()\\\\]", "\\\\$0");
    }

    private List<Configuration> list(String filter) throws IOException {
        try {
            Configuration[] found = configurations.listConfigurations(filter);
            return found == null ? List.of() : Arrays.asList(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter + " can't be asked for", e);
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

    /** The file that the configuration names; null where it names none. */
    ConfigurationFile named(Configuration configuration) {
        Object named = Settings.file(configuration);
        return named != null && LINES.matcher(named.toString()).matches()
                ? at(Path.of(URI.create(named.toString())))
                : null;
    }

    /** The file that the configuration names, or the one that it would have; null where the host keeps none. */
    ConfigurationFile file(String pid, Configuration configuration) throws IOException {
        ConfigurationFile named = named(configuration);
        if (named != null && !named.exists()) {
            throw new IOException(named.path() + " is gone");
        }
        String etc = bundle.getProperty("karaf.etc");
        boolean other = named == null && Settings.file(configuration) != null;
        return named != null || other || etc == null ? named : at(usual(pid, configuration, Path.of(etc)));
    }

    /** Where the file of a configuration stands in this host, whatever the configuration says; null where it keeps none. */
    ConfigurationFile usual(Configuration configuration) {
        String etc = bundle.getProperty("karaf.etc");
        return etc == null ? null : at(usual(configuration.getPid(), configuration, Path.of(etc)));
    }

    private static Path usual(String pid, Configuration configuration, Path etc) {
        String factory = configuration == null ? null : configuration.getFactoryPid();
        int name = factory == null ? pid.indexOf('~') : factory.length();
        String file = name < 0 ? pid : pid.substring(0, name) + "-" + pid.substring(name + 1);
        return etc.resolve(file + ".cfg").toAbsolutePath();
    }

    /** The other file that FileInstall takes for the same configuration, of which only one can be in force. */
    static Optional<Path> twin(Path file) {
        Matcher name = SEPARATED.matcher(file.getFileName().toString());
        return Optional.of(name)
                .filter(Matcher::matches)
                .map(found ->
                        file.resolveSibling(found.group(1) + (found.group(2).equals("-") ? "~" : "-") + found.group(3)))
                .filter(Files::exists);
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
