/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.login;

import io.vsatlink.access.Caller;
import io.vsatlink.access.HostAccess;
import io.vsatlink.access.LoginRefused;
import io.vsatlink.access.Person;
import io.vsatlink.access.SteadyClock;
import io.vsatlink.parameters.AuditLog;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Logs people in and out. A service. Thread-safe. */
@Component(service = Login.class)
public final class Login {
    private final HostAccess host;
    private final Sessions sessions;
    private final KnownBrowsers browsers = new KnownBrowsers();

    @Activate
    public Login(@Reference HostAccess host) {
        this.host = host;
        this.sessions = new Sessions(new SteadyClock(), host::isStillLetIn, host::ended);
    }

    /**
     * A new session.
     *
     * @param token identifies the session
     * @param browser identifies the browser at later logins
     */
    public record Begun(String token, String browser) {}

    /**
     * Starts a session.
     *
     * @param address the address from which the call comes
     * @param browser the value that identifies the browser; empty for none
     */
    public Begun begin(String user, String password, String address, String browser) throws LoginRefused {
        String place = browsers.isOf(browser, user) ? "browser " + browser : address;
        Person person = host.logIn(user, password, new Caller(Caller.Door.WEB, address, place));
        return new Begun(sessions.begin(person), browsers.remember(browser, user));
    }

    /** @param byHand whether a person caused the call; false for a periodic refresh of a page */
    public Optional<Session> session(String token, boolean byHand) {
        return sessions.find(token, byHand);
    }

    /** Logs a person out. */
    public void end(String token) {
        sessions.end(token, "logged out");
    }

    /** Records a forbidden action in the audit log. */
    public void refused(Session session, String why) {
        host.refused(session.person(), why);
    }

    /** Returns all sessions, the oldest first. */
    public List<Session> sessions() {
        return sessions.all();
    }

    /** Ends the session with this id; returns whether it existed. */
    public boolean endSession(String id) {
        AuditLog.operation("WebConsole", "endSession " + id);
        return sessions.endAll(session -> session.id().equals(id), "the session was ended by an administrator") > 0;
    }

    /** Ends all sessions of a user; returns their number. */
    public int endSessionsOf(String user) {
        AuditLog.operation("WebConsole", "endSessionsOf " + user);
        return sessions.endAll(session -> session.user().equals(user), "the session was ended by an administrator");
    }

    @Deactivate
    void deactivate() {
        sessions.endAll(session -> true, "the session ended because the web console stopped");
    }
}
