/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.access.Roles;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.console.login.Login;
import io.vsatlink.console.login.Session;
import io.vsatlink.parameters.Shown;
import java.util.List;
import java.util.Map;

/** Lists the sessions, and ends them, for people with that permission. */
public final class SessionCalls implements Api {
    private final Login login;
    private final Roles roles;

    public SessionCalls(Login login, Roles roles) {
        this.login = login;
        this.roles = roles;
    }

    /**
     * A session.
     *
     * @param id the id with which the session can be ended
     * @param since the time of the login
     * @param own whether it is the caller's own session
     */
    private record OneShown(String id, String user, List<String> roles, String from, String since, boolean own) {
        static OneShown of(Session session, Session caller) {
            return new OneShown(
                    session.id(),
                    session.user(),
                    session.roles().stream().sorted().toList(),
                    session.from(),
                    Shown.time(session.since()),
                    session.id().equals(caller.id()));
        }
    }

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /sessions", this::sessions, "DELETE /sessions", this::end);
    }

    private Object sessions(Call call) throws Refusal {
        require(call, "listSessions");
        return login.sessions().stream()
                .map(session -> OneShown.of(session, call.session()))
                .toList();
    }

    private Object end(Call call) throws Refusal {
        require(call, "endSession");
        String id = call.parameter("id");
        if (!login.endSession(id)) {
            throw new Refusal(404, "The session " + id + " has already ended.");
        }
        return Map.of();
    }

    private void require(Call call, String operation) throws Refusal {
        if (!roles.may(call.session().roles(), operation)) {
            throw new Refusal(403, "None of your roles allows you to see or end sessions.");
        }
    }
}
