/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.login;

import io.vsatlink.remote.profile.Placeholders;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who logs in, and what else of the element's settings a profile may speak of. No secret shows in a text of ours.
 *
 * @param settings by placeholder, text or {@link Boolean}; user name and password are not among them
 * @param secrets the placeholders among them whose values are never to be shown
 */
public record Credentials(String username, String password, Map<String, Object> settings, Set<String> secrets) {

    public Credentials {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }

    public Credentials(String username, String password) {
        this(username, password, Map.of(), Set.of());
    }

    /** What a profile's placeholders stand for. */
    public Map<String, Object> placeholders() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(Placeholders.USERNAME, username);
        all.put(Placeholders.PASSWORD, password);
        return all;
    }

    /** Texts that must not be shown. */
    public Set<String> hidden() {
        Set<String> hidden = new HashSet<>(Set.of(password));
        secrets.forEach(name -> hidden.add(String.valueOf(settings.get(name))));
        return hidden;
    }

    @Override
    public String toString() {
        return "Credentials[username=" + username + ", password=***]";
    }
}
