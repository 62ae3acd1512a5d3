/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.management;

import io.vsatlink.console.login.Login;
import io.vsatlink.console.login.Session;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** The operations on sessions. Each is defined only here. */
public final class ConsoleOperations {
    private final Login login;

    ConsoleOperations(Login login) {
        this.login = login;
    }

    /**
     * An operation and not a reading, because viewers see all readings, and the working hours of people are not for
     * everybody.
     */
    @Operation("Lists the sessions of the web console, one line each: id, user, address and start time")
    public String listSessions() {
        List<Session> sessions = login.sessions();
        return sessions.isEmpty()
                ? "Nobody is logged in."
                : sessions.stream().map(ConsoleOperations::line).collect(Collectors.joining("\n"));
    }

    private static String line(Session session) {
        return session.id() + "  " + session.user() + " by " + session.from() + " since " + Shown.time(session.since());
    }

    @Operation("Ends a session of the web console by its id; the user has to log in again")
    public String endSession(String id) {
        return login.endSession(id) ? "The session " + id + " has ended." : "There is no session " + id + ".";
    }

    @Operation("Ends all sessions of a user in the web console")
    public String endSessionsOf(String user) {
        int ended = login.endSessionsOf(user);
        return ended == 1 ? "1 session of " + user + " has ended." : ended + " sessions of " + user + " have ended.";
    }
}
