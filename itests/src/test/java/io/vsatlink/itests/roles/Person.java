/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import java.util.List;
import java.util.Locale;

/** Somebody who tries. Nobody has two of our roles but the lead: Karaf's roles don't contain each other. */
enum Person {
    /** May come in, and has no role of ours. */
    NOBODY("guest", "ssh"),
    VIEWER("viewer", "ssh"),
    MANAGER("manager", "ssh"),
    ADMIN("admin", "ssh"),
    /** Has what a manager needs in JConsole, and nothing for ssh. */
    LEAD("manager", "viewer"),
    /** Is known, and has no role at all. */
    STRANGER;

    private final List<String> roles;

    Person(String... roles) {
        this.roles = List.of(roles);
    }

    String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    String password() {
        return user() + "-test-password";
    }

    List<String> roles() {
        return roles;
    }
}
