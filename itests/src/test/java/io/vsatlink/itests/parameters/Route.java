/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import io.vsatlink.itests.parameters.Documented.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A way to change settings. */
enum Route {
    JMX {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            for (Setting setting : secretsLast(settings)) {
                console.bean(setting.bean()).set(setting.attribute(), value.apply(setting));
            }
        }
    },
    SHELL {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            for (Setting setting : secretsLast(settings)) {
                console.shell("vsat:parameter-set %s %s \"%s\""
                        .formatted(setting.options(), setting.key(), value.apply(setting)));
            }
        }
    },
    /**
     * Sets all values of a configuration at once, as Karaf intends: with single changes it reads files that it is still
     * writing.
     */
    CONFIG {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            Map<String, List<Setting>> configurations =
                    settings.stream().collect(Collectors.groupingBy(Setting::pid, TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Setting>> configuration : configurations.entrySet()) {
                String sets = configuration.getValue().stream()
                        .map(setting -> "config:property-set %s \"%s\"".formatted(setting.key(), value.apply(setting)))
                        .collect(Collectors.joining("; "));
                console.shell("config:edit " + configuration.getKey() + "; " + sets + "; config:update");
            }
        }
    },
    FILE {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            Map<String, Map<String, String>> files = new TreeMap<>();
            settings.forEach(setting -> files.computeIfAbsent(setting.file(), file -> new TreeMap<>())
                    .put(setting.key(), value.apply(setting)));
            for (Map.Entry<String, Map<String, String>> file : files.entrySet()) {
                console.karaf().edit(console.jmx(), file.getKey(), file.getValue());
            }
        }
    };

    /** Settings that decide where secrets are sent must be set first, because changing them removes the secrets. */
    private static List<Setting> secretsLast(List<Setting> settings) {
        return settings.stream().sorted(Comparator.comparing(Setting::secret)).toList();
    }

    /** Sets the values in order; throws if one is refused. */
    abstract void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception;

    /** Whether an invalid value is refused; otherwise it becomes a configuration problem. */
    boolean refuses() {
        return this == JMX || this == SHELL;
    }
}
