/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

import io.vsatlink.remote.profile.Placeholders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * User name, password, and the other settings of the element that a profile may use as placeholders. {@link
 * #toString()} shows no secret.
 *
 * @param settings by placeholder, each a text or a {@link Boolean}; without user name and password
 * @param secrets the placeholders whose values must never be shown
 */
public record Credentials(String username, String password, Map<String, Object> settings, Set<String> secrets) {

    /** A shorter text would be found by chance. */
    private static final int WORTH_ENCODING = 6;

    public Credentials {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }

    public Credentials(String username, String password) {
        this(username, password, Map.of(), Set.of());
    }

    /** The values of the placeholders, including user name and password. */
    public Map<String, Object> placeholders() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(Placeholders.USERNAME, username);
        all.put(Placeholders.PASSWORD, password);
        return all;
    }

    /**
     * The password and all secret values, also as Basic would send them: texts that must never be shown.
     *
     * @param endpoint may have the password of a key store; a person may use one password for several things
     */
    public Set<String> hidden(Endpoint endpoint) {
        Set<String> hidden = new HashSet<>(Set.of(password));
        if (endpoint.clientKeys() != null) {
            hidden.add(endpoint.clientKeys().password());
        }
        secrets.forEach(name -> hidden.add(String.valueOf(settings.get(name))));
        hidden.addAll(hidden.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> username + ":" + each)
                .filter(each -> each.length() >= WORTH_ENCODING)
                .map(each -> Base64.getEncoder().withoutPadding().encodeToString(each.getBytes(StandardCharsets.UTF_8)))
                .toList());
        return hidden;
    }

    @Override
    public String toString() {
        return "Credentials[username=" + username + ", password=***]";
    }
}
