package io.vsatlink.console.management;

import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;

/** The readings and operations of the web console, each defined here and nowhere else. */
public interface ConsoleReadings {

    @Reading(value = "Number of open sessions of the web console", unit = "sessions")
    long getOpenSessions();

    /** An operation, because readings are for viewers, and who works when is not for everybody. */
    @Operation("Lists the sessions of the web console, one line each: id, user, address and start time")
    String listSessions();

    @Operation("Ends a session of the web console by its id; the user has to log in again")
    String endSession(String id);

    @Operation("Ends all sessions of a user in the web console")
    String endSessionsOf(String user);
}
