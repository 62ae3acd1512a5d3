package io.vsatlink.console.management;

import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;

/** The readings and operations of the web console, each defined here and nowhere else. */
public interface ConsoleReadings {

    @Reading(value = "Sessions of people who are logged in to the web console", unit = "sessions")
    long getOpenSessions();

    /** An operation, because readings are for viewers, and who works when is not for everybody. */
    @Operation("Lists who is logged in to the web console: a line a session, with its id, user, address and begin")
    String listSessions();

    @Operation("Ends a session of the web console by its id; what that person does next asks them to log in")
    String endSession(String id);

    @Operation("Ends all sessions that a user has in the web console")
    String endSessionsOf(String user);
}
