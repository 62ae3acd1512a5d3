/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.text;

import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.cm.Configuration;

/** Converts a configuration to and from the settings of its file, without the properties that the framework adds. */
public final class Settings {
    /** The key under which FileInstall and Karaf store the location of the file. */
    public static final String FILE = "felix.fileinstall.filename";

    private static final Set<String> FRAMEWORK = Set.of("service.pid", "service.factoryPid", FILE);

    /** A byte order mark as FileInstall reads it, in ISO-8859-1 or in UTF-8. */
    private static final Pattern MARK = Pattern.compile("^(\u00ef\u00bb\u00bf|\ufeff)");

    private Settings() {}

    /** Returns the location of the file according to the configuration; null for none. */
    public static Object file(Configuration configuration) {
        Dictionary<String, Object> properties = configuration == null ? null : configuration.getProperties();
        return properties == null ? null : properties.get(FILE);
    }

    /** Returns the settings; none for null. */
    public static Map<String, Object> of(Configuration configuration) {
        Dictionary<String, Object> properties = configuration == null ? null : configuration.getProperties();
        Map<String, Object> settings = new LinkedHashMap<>();
        if (properties != null) {
            for (Enumeration<String> keys = properties.keys(); keys.hasMoreElements(); ) {
                String key = keys.nextElement();
                settings.put(key, properties.get(key));
            }
        }
        return own(settings);
    }

    /** Returns whether a key belongs to the framework; Karaf's commands write some of these into files. */
    static boolean framework(String key) {
        return FRAMEWORK.contains(key);
    }

    /**
     * Returns only our settings, with the first key as intended. A key that resulted from a comment after a byte order
     * mark is removed.
     */
    static Map<String, Object> own(Map<String, Object> settings) {
        Map<String, Object> unmarked = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            String meant = MARK.matcher(key).replaceFirst("");
            boolean comment = !meant.equals(key) && (meant.isEmpty() || meant.startsWith("#") || meant.startsWith("!"));
            if (!comment && !framework(key)) {
                unmarked.put(meant, value);
            }
        });
        return unmarked;
    }

    /** Keys that differ only in case are the same key for the container. */
    public static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Returns the form that ConfigAdmin accepts. */
    public static Dictionary<String, Object> properties(Map<String, Object> settings, String file) {
        Dictionary<String, Object> properties = new Hashtable<>(settings);
        if (file != null) {
            properties.put(FILE, file);
        }
        return properties;
    }
}
