package io.vsatlink.console.management;

import io.vsatlink.console.login.Login;
import io.vsatlink.console.login.Session;
import io.vsatlink.parameters.Shown;
import java.util.stream.Collectors;

/** Reads who is logged in for the surfaces. */
final class ConsoleView implements ConsoleReadings {
    private final Login login;

    ConsoleView(Login login) {
        this.login = login;
    }

    @Override
    public long getOpenSessions() {
        return login.sessions().size();
    }

    @Override
    public String listSessions() {
        return getOpenSessions() == 0
                ? "Nobody is logged in."
                : login.sessions().stream().map(ConsoleView::line).collect(Collectors.joining("\n"));
    }

    private static String line(Session session) {
        return session.id() + "  " + session.user() + " by " + session.from() + " since " + Shown.time(session.since());
    }

    @Override
    public String endSession(String id) {
        return login.endSession(id) ? "The session " + id + " has ended." : "There is no session " + id + ".";
    }

    @Override
    public String endSessionsOf(String user) {
        int ended = login.endSessionsOf(user);
        return ended == 1 ? "1 session of " + user + " has ended." : ended + " sessions of " + user + " have ended.";
    }
}
