package io.vsatlink.itests.parameters;

import io.vsatlink.itests.Await;
import io.vsatlink.itests.parameters.Documented.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A way by which people change settings. */
enum Route {
    JMX {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            for (Setting setting : settings) {
                console.bean(setting.bean()).set(setting.attribute(), value.apply(setting));
            }
        }
    },
    SHELL {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            console.shell(settings.stream()
                    .map(setting -> "vsat:parameter-set " + setting.key() + " \"" + value.apply(setting) + "\"")
                    .collect(Collectors.joining(";")));
        }
    },
    /** One after the other, as a person does: Karaf itself spoils a file that it writes to many times at once. */
    CONFIG {
        @Override
        void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception {
            for (Setting setting : settings) {
                String wanted = value.apply(setting);
                console.shell("config:property-set -p %s %s \"%s\"".formatted(setting.pid(), setting.key(), wanted));
                Await.until(
                        setting.key() + " in its file",
                        () -> wanted.equals(console.file(setting.file()).getProperty(setting.key())));
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
                console.karaf().edit(file.getKey(), file.getValue());
            }
        }
    };

    /** Sets them, one after the other. Whoever refuses one, throws. */
    abstract void set(Console console, List<Setting> settings, Function<Setting, String> value) throws Exception;

    /** Whether a bad value is refused; otherwise it is a problem of the configuration. */
    boolean refuses() {
        return this == JMX || this == SHELL;
    }
}
