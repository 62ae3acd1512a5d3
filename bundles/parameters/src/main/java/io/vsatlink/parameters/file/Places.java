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

/** Finds our configurations and their files in the container. */
final class Places {
    static final String OURS = "io.vsatlink.";

    /** The kind and the name of an element in a file name. */
    private static final Pattern SEPARATED = Pattern.compile("([^-~]+)([-~])(.*)");

    /** Files with lines of key and value. Karaf also supports JSON, which is not handled here. */
    private static final Pattern LINES = Pattern.compile(".*\\.(cfg|config)");

    private final ConfigurationAdmin configurations;
    private final BundleContext bundle;

    Places(ConfigurationAdmin configurations, BundleContext bundle) {
        this.configurations = configurations;
        this.bundle = bundle;
    }

    /** Returns whether FileInstall writes each update of a configuration into its file, which is its default. */
    boolean writtenBack() {
        String save = bundle.getProperty("felix.fileinstall.enableConfigSave");
        return save == null || Boolean.parseBoolean(save);
    }

    /** Returns all our configurations. */
    List<Configuration> all() throws IOException {
        return list("(service.pid=" + OURS + "*)");
    }

    /** Returns all our files; none if the host keeps no files. */
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

    /** Returns all configurations that name the same file as this one, including itself; none if it names no file. */
    List<Configuration> sharing(Configuration configuration) throws IOException {
        Object file = Settings.file(configuration);
        return file == null ? List.of() : list("(" + Settings.FILE + "=" + literal(file.toString()) + ")");
    }

    /** Escapes the characters of a name that have a meaning in a filter. */
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

    /** Returns the configuration; creates it if it does not exist. */
    Configuration made(String pid, Configuration existing) throws IOException {
        if (existing != null) {
            return existing;
        }
        int tilde = pid.indexOf('~');
        return tilde < 0
                ? configurations.getConfiguration(pid, "?")
                : configurations.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
    }

    /** Returns the file that the configuration names; null if it names none. */
    ConfigurationFile named(Configuration configuration) {
        Object named = Settings.file(configuration);
        return named != null && LINES.matcher(named.toString()).matches()
                ? at(Path.of(URI.create(named.toString())))
                : null;
    }

    /** Returns the file that the configuration names, or would have; null if the host keeps no files. */
    ConfigurationFile file(String pid, Configuration configuration) throws IOException {
        ConfigurationFile named = named(configuration);
        if (named != null && !named.exists()) {
            throw new IOException(named.path() + " does not exist");
        }
        String etc = bundle.getProperty("karaf.etc");
        boolean other = named == null && Settings.file(configuration) != null;
        return named != null || other || etc == null ? named : at(usual(pid, configuration, Path.of(etc)));
    }

    /**
     * Returns the usual file of a configuration in this host, regardless of the file that it names; null if the host
     * keeps no files.
     */
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

    /** Returns another file that FileInstall maps to the same configuration. Only one of the two can be in force. */
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
