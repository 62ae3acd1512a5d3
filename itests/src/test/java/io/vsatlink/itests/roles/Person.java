/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import java.util.List;
import java.util.Locale;

/** A test user. Only the lead has two of our roles: Karaf's roles do not include each other. */
enum Person {
    /** May connect, but has none of our roles. */
    NOBODY("guest", "ssh"),
    VIEWER("viewer", "ssh"),
    MANAGER("manager", "ssh"),
    ADMIN("admin", "ssh"),
    /** Has a manager's roles for JConsole, but none for ssh. */
    LEAD("manager", "viewer"),
    /** A known user without any role. */
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
