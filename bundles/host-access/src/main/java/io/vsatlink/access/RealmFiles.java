/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the files in which the host's realm stores its users, from the options of its login modules. */
final class RealmFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RealmFiles.class);

    /** The option of Karaf's modules that read a file of passwords or keys. */
    private static final String USERS = "users";

    private RealmFiles() {}

    /** Returns the files; none if the realm is stored elsewhere, or the host has none. */
    static List<Path> now() {
        return modules().flatMap(module -> file(module).stream()).distinct().toList();
    }

    private static Stream<AppConfigurationEntry> modules() {
        try {
            return Optional.ofNullable(Configuration.getConfiguration().getAppConfigurationEntry(HostLogin.REALM))
                    .stream()
                    .flatMap(Arrays::stream);
        } catch (SecurityException e) {
            // the JVM has no JAAS configuration
            LOG.debug("the host has no realm", e);
            return Stream.empty();
        }
    }

    private static Optional<Path> file(AppConfigurationEntry module) {
        Object option = module.getOptions().get(USERS);
        try {
            return Optional.ofNullable(option)
                    .map(text -> Path.of(text.toString()))
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            LOG.debug("{} is not a file", option, e);
            return Optional.empty();
        }
    }
}
