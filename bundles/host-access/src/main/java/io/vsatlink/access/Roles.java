/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/**
 * Determines the permissions of each role from the host's file for JMX, {@code etc/jmx.acl.io.vsatlink.cfg}. A change
 * of that file also applies to the browser. Without that configuration nobody has any permission. Thread-safe.
 *
 * <p>A key is the name of a method, or a prefix of one followed by {@code *}; the longest matching key decides. Of keys
 * with a signature only the name is used: if a method has several such keys, each must contain the role.
 */
@Component(service = Roles.class, configurationPid = Roles.PID)
public final class Roles {
    static final String PID = "jmx.acl.io.vsatlink";

    private volatile Map<String, Set<String>> byKey = Map.of();

    @Activate
    @Modified
    void apply(Map<String, Object> configuration) {
        Map<String, Set<String>> next = new HashMap<>();
        configuration.forEach((key, value) -> {
            if (value instanceof String text) {
                String name = key.replaceFirst("\\(.*", "").strip();
                next.merge(name, names(text), Roles::both);
            }
        });
        byKey = Map.copyOf(next);
    }

    /** Returns whether one of these roles may view the elements and the database. */
    public boolean maySee(Set<String> roles) {
        return may(roles, "getSomething");
    }

    /** @param attribute the attribute of a setting, for instance {@code ItemsPerPage} */
    public boolean maySet(Set<String> roles, String attribute) {
        return may(roles, "set" + attribute);
    }

    /** @param method the name of a getter, setter or operation */
    public boolean may(Set<String> roles, String method) {
        return allowed(method).stream().anyMatch(roles::contains);
    }

    private Set<String> allowed(String method) {
        Map<String, Set<String>> now = byKey;
        Optional<String> key = now.containsKey(method)
                ? Optional.of(method)
                : now.keySet().stream()
                        .filter(each -> each.endsWith("*") && method.startsWith(each.substring(0, each.length() - 1)))
                        .max(Comparator.comparing(String::length));
        return key.map(now::get).orElse(Set.of());
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.replaceFirst("#.*", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }
}
