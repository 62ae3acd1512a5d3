/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The browsers from which a person has logged in before. Their failed logins are counted separately, so that an
 * attacker at the same address, which everybody shares behind a proxy, can't block the person. Kept in memory.
 * Thread-safe.
 */
final class KnownBrowsers {
    private static final int REMEMBERED = 1_000;

    private final Tokens tokens = new Tokens();
    private final Map<String, String> users = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized boolean isOf(String browser, String user) {
        return user.equals(users.get(browser));
    }

    /** @return the value that identifies the browser from now on */
    synchronized String remember(String browser, String user) {
        if (isOf(browser, user)) {
            return browser;
        }
        String token = tokens.secret();
        users.put(token, user);
        return token;
    }
}
