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

/** Lets people in and out. A service. Thread-safe. */
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
     * A session that has begun.
     *
     * @param token by which the browser is known while it lasts
     * @param browser by which the browser is known when somebody logs in again
     */
    public record Begun(String token, String browser) {}

    /**
     * Begins a session.
     *
     * @param address where the call comes from
     * @param browser what the browser is known by; empty for nothing
     */
    public Begun begin(String user, String password, String address, String browser) throws LoginRefused {
        String place = browsers.isOf(browser, user) ? "browser " + browser : address;
        Person person = host.logIn(user, password, new Caller(Caller.Door.WEB, address, place));
        return new Begun(sessions.begin(person), browsers.remember(browser, user));
    }

    /** @param byHand whether somebody did something, or a page only looks for news */
    public Optional<Session> session(String token, boolean byHand) {
        return sessions.find(token, byHand);
    }

    /** Somebody logs out. */
    public void end(String token) {
        sessions.end(token, "logged out");
    }

    /** Somebody wanted what they may not: a line of the audit log. */
    public void refused(Session session, String why) {
        host.refused(session.person(), why);
    }

    /** All sessions, the oldest first. */
    public List<Session> sessions() {
        return sessions.all();
    }

    /** Ends a session that is somebody's; whether there was one. */
    public boolean endSession(String id) {
        AuditLog.operation("WebConsole", "endSession " + id);
        return sessions.endAll(session -> session.id().equals(id), "the session was ended by an administrator") > 0;
    }

    /** Ends all sessions of a user; how many there were. */
    public int endSessionsOf(String user) {
        AuditLog.operation("WebConsole", "endSessionsOf " + user);
        return sessions.endAll(session -> session.user().equals(user), "the session was ended by an administrator");
    }

    @Deactivate
    void deactivate() {
        sessions.endAll(session -> true, "the session ended because the web console stopped");
    }
}
