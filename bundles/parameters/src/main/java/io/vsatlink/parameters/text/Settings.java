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

/** A configuration without what the framework adds to it: what stands in its file. */
public final class Settings {
    /** Where FileInstall and Karaf keep the place of the file. */
    public static final String FILE = "felix.fileinstall.filename";

    private static final Set<String> FRAMEWORK = Set.of("service.pid", "service.factoryPid", FILE);

    /** A byte order mark as FileInstall reads it, in ISO-8859-1 or in UTF-8. */
    private static final Pattern MARK = Pattern.compile("^(\u00ef\u00bb\u00bf|\ufeff)");

    private Settings() {}

    /** The place of the file as the configuration has it; null for none. */
    public static Object file(Configuration configuration) {
        Dictionary<String, Object> properties = configuration == null ? null : configuration.getProperties();
        return properties == null ? null : properties.get(FILE);
    }

    /** None for null. */
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

    /** Whether a key is not ours; Karaf's commands write some into files. */
    static boolean framework(String key) {
        return FRAMEWORK.contains(key);
    }

    /** Ours alone, the first key as it was meant; a comment that a byte order mark made a key of is gone. */
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

    /** Keys that differ in case only are one key to the container. */
    public static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** As ConfigAdmin takes it. */
    public static Dictionary<String, Object> properties(Map<String, Object> settings, String file) {
        Dictionary<String, Object> properties = new Hashtable<>(settings);
        if (file != null) {
            properties.put(FILE, file);
        }
        return properties;
    }
}
