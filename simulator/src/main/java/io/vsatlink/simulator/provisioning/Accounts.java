/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.provisioning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The only account, which is locked after too many wrong passwords in a row. Unknown user names are locked in the same
 * way, as vendors do, so that an attacker learns nothing. Thread-safe.
 */
public final class Accounts {
    static final int WRONG_ATTEMPTS_ALLOWED = 5;
    private static final int NAMES_REMEMBERED = 1000;

    private final Map<String, Integer> wrongAttempts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > NAMES_REMEMBERED;
        }
    };
    private String username;
    private String password;

    enum Verdict {
        ACCEPTED,
        WRONG,
        LOCKED
    }

    public Accounts(String username, String password) {
        this.username = username;
        this.password = password;
    }

    synchronized Verdict login(String user, String secret) {
        int wrong = wrongAttempts.getOrDefault(user, 0);
        if (wrong >= WRONG_ATTEMPTS_ALLOWED) {
            return Verdict.LOCKED;
        }
        if (user.equals(username) && secret.equals(password)) {
            wrongAttempts.remove(user);
            return Verdict.ACCEPTED;
        }
        wrongAttempts.put(user, wrong + 1);
        return Verdict.WRONG;
    }

    /** Sets the password and unlocks the account, as a service desk does. */
    public synchronized void replace(String user, String secret) {
        username = user;
        password = secret;
        wrongAttempts.clear();
    }
}
