/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.access.LoginRefused;
import io.vsatlink.access.Roles;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.console.login.Login;
import io.vsatlink.console.login.Login.Begun;
import io.vsatlink.console.login.Session;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the session that belongs to the cookie of a call, and handles login and logout. */
@Component(service = SessionDoor.class)
public final class SessionDoor {
    private final SessionCookie ofTheSession = SessionCookie.ofTheSession();
    private final SessionCookie ofTheBrowser = SessionCookie.ofTheBrowser();
    private final Login login;
    private final Roles roles;

    @Activate
    public SessionDoor(@Reference Login login, @Reference Roles roles) {
        this.login = login;
        this.roles = roles;
    }

    Optional<Session> session(HttpServletRequest request) {
        return login.session(ofTheSession.of(request), request.getHeader("X-Only-News") == null);
    }

    /** Returns the session of the call. For a change, the call must come from a page of that session. */
    Session require(HttpServletRequest request, boolean changes) throws Refusal {
        Session session =
                session(request).orElseThrow(() -> new Refusal(401, "Nobody is logged in, or the session has ended."));
        if (changes && !session.csrfToken().equals(request.getHeader("X-CSRF-Token"))) {
            Refusal refusal = new Refusal(403, "This call does not come from a page of the web console.");
            tell(session, refusal);
            throw refusal;
        }
        return session;
    }

    /**
     * Records a forbidden action in the audit log. Other errors, for instance a wrong value, are recorded elsewhere.
     */
    void tell(Session session, Refusal refusal) {
        if (refusal.status() == HttpServletResponse.SC_FORBIDDEN) {
            login.refused(session, refusal.getMessage());
        }
    }

    /** Returns the description of the session for the page. */
    SessionShown shown(HttpServletRequest request) {
        return session(request).map(known -> SessionShown.of(known, roles)).orElse(SessionShown.NOBODY);
    }

    /**
     * @param home the path of the console; passed on because an asynchronous call no longer has it when its body has
     *     arrived
     */
    SessionShown begin(HttpServletRequest request, HttpServletResponse response, String home, JsonNode body)
            throws Refusal {
        Begun begun = begun(request, body);
        ofTheSession.set(request, response, home, begun.token());
        ofTheBrowser.set(request, response, home, begun.browser());
        return login.session(begun.token(), true)
                .map(session -> SessionShown.of(session, roles))
                .orElseThrow(() -> new Refusal(401, "The session ended as soon as it began."));
    }

    private Begun begun(HttpServletRequest request, JsonNode body) throws Refusal {
        try {
            return login.begin(
                    body.path("user").asText(),
                    body.path("password").asText(),
                    request.getRemoteAddr(),
                    ofTheBrowser.of(request));
        } catch (LoginRefused e) {
            throw new Refusal(e.status(), e.getMessage(), e.retryAfterSeconds());
        }
    }

    Map<String, Object> end(HttpServletRequest request, HttpServletResponse response) {
        login.end(ofTheSession.of(request));
        ofTheSession.clear(request, response, request.getContextPath());
        return Map.of();
    }
}
