/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import io.vsatlink.access.Roles;
import io.vsatlink.console.login.Session;
import java.util.List;

/**
 * The description of the session for the page.
 *
 * @param mayEndSessions whether the person may view and end sessions
 */
record SessionShown(String user, List<String> roles, String csrfToken, boolean mayEndSessions) {
    static final SessionShown NOBODY = new SessionShown(null, List.of(), null, false);

    static SessionShown of(Session session, Roles roles) {
        return new SessionShown(
                session.user(),
                session.roles().stream().sorted().toList(),
                session.csrfToken(),
                roles.may(session.roles(), "endSession"));
    }
}
