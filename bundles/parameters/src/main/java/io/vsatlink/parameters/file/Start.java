/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.file;

import io.vsatlink.parameters.text.ConfigurationFile;
import io.vsatlink.parameters.text.FileContent;
import io.vsatlink.parameters.text.Settings;
import io.vsatlink.parameters.text.Stamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.cm.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles configurations and files that changed while VsatLink was not running. */
final class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private final Places places;
    private final Adoption adoption;
    private final Map<Path, Stamp> told = new ConcurrentHashMap<>();

    /** Adopts the content of the file of a PID. */
    interface Adoption {
        void of(String pid) throws IOException;
    }

    Start(Places places, Adoption adoption) {
        this.places = places;
        this.adoption = adoption;
    }

    /**
     * Removes configurations whose file was deleted, before their element starts. All other configurations adopt the
     * content of their files.
     */
    void tidyUp() {
        try {
            for (Configuration configuration : places.all()) {
                tidyUp(configuration);
            }
        } catch (IOException e) {
            LOG.warn("The configurations can't be compared with their files: {}", e.getMessage());
        }
        tellBadFiles();
    }

    private void tidyUp(Configuration configuration) {
        ConfigurationFile named = places.named(configuration);
        if (named == null) {
            return;
        }
        try {
            if (named.exists()) {
                adoption.of(configuration.getPid());
                return;
            }
            ConfigurationFile usual = places.usual(configuration);
            if (usual != null && usual.exists()) {
                LOG.info("{} now uses the file {}", configuration.getPid(), usual.path());
                configuration.updateIfDifferent(Settings.properties(usual.read().delivered(), usual.uri()));
                return;
            }
            LOG.warn(
                    "{} was removed because {} was deleted while VsatLink was stopped",
                    configuration.getPid(),
                    named.path());
            configuration.delete();
        } catch (IOException e) {
            LOG.debug("{} is left as it is", named.path(), e);
        }
    }

    /** Logs the files that FileInstall refuses before the log is available, or maps to a different configuration. */
    void tellBadFiles() {
        try {
            for (ConfigurationFile file : places.files()) {
                Stamp stamp = Stamp.of(file.path());
                if (!stamp.equals(told.put(file.path(), stamp))) {
                    problem(file).ifPresent(LOG::warn);
                }
            }
        } catch (IOException e) {
            LOG.warn("The VsatLink configuration files can't be listed: {}", e.getMessage());
        }
    }

    private static Optional<String> problem(ConfigurationFile file) {
        String name = file.path().getFileName().toString();
        if (name.indexOf('~') >= 0 && (name.indexOf('-') < 0 || name.indexOf('~') < name.indexOf('-'))) {
            return Optional.of(
                    file.path() + " does not configure an element; rename it to " + name.replaceFirst("~", "-"));
        }
        try {
            FileContent unused = file.understood(file.read());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }
}
