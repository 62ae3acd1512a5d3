package io.vsatlink.parameters.file;

import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A configuration without what the framework adds to it: what stands in its file. */
final class Settings {
    /** Where FileInstall and Karaf keep the place of the file. */
    static final String FILE = "felix.fileinstall.filename";

    private static final Set<String> FRAMEWORK = Set.of("service.pid", "service.factoryPid", FILE);

    private Settings() {}

    static Map<String, Object> of(Dictionary<String, Object> properties) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (properties != null) {
            for (Enumeration<String> keys = properties.keys(); keys.hasMoreElements(); ) {
                String key = keys.nextElement();
                if (!FRAMEWORK.contains(key)) {
                    settings.put(key, properties.get(key));
                }
            }
        }
        return settings;
    }

    /** As ConfigAdmin takes it. */
    static Dictionary<String, Object> properties(Map<String, Object> settings, String file) {
        Dictionary<String, Object> properties = new Hashtable<>(settings);
        if (file != null) {
            properties.put(FILE, file);
        }
        return properties;
    }

    static void put(Map<String, Object> settings, String key, Object value) {
        if (value == null) {
            settings.remove(key);
        } else {
            settings.put(key, value);
        }
    }
}
