package io.vsatlink.etms.management;

import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Reading;
import java.util.List;

/** The readings and operations of an element, each defined here and nowhere else. */
public interface EtmsReadings extends ElementReadings {

    @Reading(
            value = "Not Configured, Connecting, Connected, Authentication Failed, Unreachable or Disabled",
            notified = true,
            states = ConnectionStatus.class)
    String getConnectionStatus();

    @Reading("Why the Connection Status is what it is")
    String getConnectionReason();

    @Reading(value = "How many tickets the last complete poll of the system found", unit = "tickets")
    long getTotalTickets();

    @Reading(value = "How many of them the automation identity created or owns", unit = "tickets")
    long getManagedTickets();

    @Reading(value = "How many have the category Circuit Up/Down", unit = "tickets")
    long getCircuitUpDown();

    @Reading(value = "How many have the category Circuit Performance", unit = "tickets")
    long getCircuitPerformance();

    @Reading(value = "How many have the category Circuit Network Connectivity", unit = "tickets")
    long getCircuitNetworkConnectivity();

    @Reading(value = "How many have the category Infrastructure Up/Down", unit = "tickets")
    long getInfrastructureUpDown();

    @Reading(value = "How many have the category Infrastructure Performance", unit = "tickets")
    long getInfrastructurePerformance();

    @Reading(value = "How many have the category Infrastructure Network Connectivity", unit = "tickets")
    long getInfrastructureNetworkConnectivity();

    @Reading(value = "How many have another category or none, so that the sums add up", unit = "tickets")
    long getOtherTickets();

    @Reading(
            value = "The newest 1 000 tickets, the newest first; empty on a backend. Total Tickets says of how many",
            total = "TotalTickets")
    List<TicketRow> getTicketOverview();

    @Reading("The activity log that Show Activity Log read last")
    String getActivityLog();

    @Reading("How the last poll of a frontend ended; empty where there was none since the start")
    String getPollReason();

    @Reading(value = "How many requests of the system wait to be sent, or are being sent", unit = "requests")
    long getRequestsWaiting();

    @Reading(value = "How many requests ETMS has got, as far as they are still kept", unit = "requests")
    long getRequestsDelivered();

    @Reading(value = "How many requests ETMS refused, so that they wait for a person", unit = "requests")
    long getRequestsBlocked();

    @Reading(value = "How many requests people gave up, as far as they are still kept", unit = "requests")
    long getRequestsDiscarded();

    @Reading(value = "How old the oldest request is that waits or is blocked; 0 where there is none", unit = "seconds")
    long getOldestRequestAge();

    @Reading(
            value =
                    "At most 1 000 requests, those that are not over first; the four numbers of requests say of how many",
            total = {"RequestsWaiting", "RequestsDelivered", "RequestsBlocked", "RequestsDiscarded"})
    List<RequestRow> getRequests();

    @Operation("Polls all tickets now, on a frontend")
    String poll();

    @Operation("Logs in with one attempt; Connection Status tells how it ends")
    String testConnection();

    @Operation("Reads the full activity log of a ticket into Activity Log")
    String showActivityLog(String ticketId);

    @Operation("Asks for a new ticket; an equal externalId is the same request")
    String submitTicket(
            String externalId, String category, String circuitId, String severity, String summary, String description);

    @Operation("Asks for another value of a field of a ticket; the reference is an externalId or a ticketId")
    String updateTicket(String reference, String field, String value, String requestId);

    @Operation("Asks for a note in the activity log of a ticket; the reference is an externalId or a ticketId")
    String addNote(String reference, String text, String requestId);

    @Operation("Asks for the end of a ticket: a note, then the status; the reference is an externalId or a ticketId")
    String closeTicket(String reference, String text, String requestId);

    @Operation("Has a blocked or discarded request tried again")
    String retryRequest(long id);

    @Operation("Gives up a request that waits or is blocked")
    String discardRequest(long id);
}
