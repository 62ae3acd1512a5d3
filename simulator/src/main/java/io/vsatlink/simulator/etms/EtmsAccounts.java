/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts that may open a session. Thread-safe. */
public final class EtmsAccounts {
    private final Map<String, Account> byName = new ConcurrentHashMap<>();

    private record Account(String password, boolean service) {}

    enum Verdict {
        ACCEPTED,
        WRONG,
        WRONG_KIND
    }

    /** Creates or replaces an account; its sessions stay open. */
    public void put(String username, String password, boolean service) {
        byName.put(username, new Account(password, service));
    }

    Verdict login(String username, String password, boolean service) {
        Account account = byName.get(username);
        if (account == null || !account.password().equals(password)) {
            return Verdict.WRONG;
        }
        return account.service() == service ? Verdict.ACCEPTED : Verdict.WRONG_KIND;
    }
}
