/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an element: the part of its PID after the {@code ~}. Karaf's {@code config:edit --factory} generates a
 * PID of its own; the name is then taken from the name of the file.
 */
final class ElementName {
    /** The name of an element whose file name contains none. */
    private static final String NONE = "unnamed";

    private static final Pattern FILTER = Pattern.compile("[*()\\\\]");
    private static final Pattern FILE = Pattern.compile(".*/([^/]+)\\.(?:cfg|config)");

    private ElementName() {}

    /** @param configuration the properties that the container delivered */
    static String of(Map<String, ?> configuration) {
        String pid = Objects.toString(configuration.get("service.pid"));
        String factory = Objects.toString(configuration.get("service.factoryPid"), null);
        if (factory == null || !pid.startsWith(factory) || pid.length() < factory.length() + 2) {
            int tilde = pid.indexOf('~');
            return tilde < 0 ? NONE : pid.substring(tilde + 1);
        }
        String own = pid.substring(factory.length() + 1);
        return pid.charAt(factory.length()) == '~'
                ? own
                : named(factory, configuration).orElse(own);
    }

    /** Returns the reason why this name cannot be used; empty if it can be used. */
    static Optional<String> objection(Map<String, ?> configuration) {
        String pid = Objects.toString(configuration.get("service.pid"));
        if (configuration.get("service.factoryPid") == null && pid.indexOf('~') < 0) {
            return Optional.of("the configuration " + pid + " does not name an element; rename its file to " + pid
                    + "-<name>.cfg");
        }
        // the container looks configurations up by a filter and would find a different one
        return FILTER.matcher(of(configuration)).find()
                ? Optional.of("an element's name must not contain any of * ( ) \\; rename the file of " + pid)
                : Optional.empty();
    }

    /** Returns the name that the file name contains. */
    private static Optional<String> named(String factory, Map<String, ?> configuration) {
        Matcher file = FILE.matcher(Objects.toString(configuration.get("felix.fileinstall.filename"), ""));
        return Optional.of(file)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(name -> name.startsWith(factory + "-") && name.length() > factory.length() + 1)
                .map(name -> name.substring(factory.length() + 1));
    }
}
