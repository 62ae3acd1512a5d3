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

    @Reading("The reason for the Connection Status")
    String getConnectionReason();

    @Reading(value = "Number of tickets in the last complete poll of the system", unit = "tickets")
    long getTotalTickets();

    @Reading(value = "Number of these that the automation identity created or owns", unit = "tickets")
    long getManagedTickets();

    @Reading(value = "Number of tickets in the category Circuit Up/Down", unit = "tickets")
    long getCircuitUpDown();

    @Reading(value = "Number of tickets in the category Circuit Performance", unit = "tickets")
    long getCircuitPerformance();

    @Reading(value = "Number of tickets in the category Circuit Network Connectivity", unit = "tickets")
    long getCircuitNetworkConnectivity();

    @Reading(value = "Number of tickets in the category Infrastructure Up/Down", unit = "tickets")
    long getInfrastructureUpDown();

    @Reading(value = "Number of tickets in the category Infrastructure Performance", unit = "tickets")
    long getInfrastructurePerformance();

    @Reading(value = "Number of tickets in the category Infrastructure Network Connectivity", unit = "tickets")
    long getInfrastructureNetworkConnectivity();

    @Reading(value = "Number of tickets in another category or none", unit = "tickets")
    long getOtherTickets();

    @Reading(
            value = "The newest 1 000 tickets, the newest first; empty on a backend. Total Tickets has their total",
            total = "TotalTickets")
    List<TicketRow> getTicketOverview();

    @Reading("The activity log read by the last Show Activity Log")
    String getActivityLog();

    @Reading("The result of a frontend's last poll; empty before the first poll since the start")
    String getPollReason();

    @Reading(value = "Number of requests of the system that are waiting to be sent or being sent", unit = "requests")
    long getRequestsWaiting();

    @Reading(value = "Number of requests delivered to ETMS and still kept", unit = "requests")
    long getRequestsDelivered();

    @Reading(value = "Number of requests that ETMS refused and a person must handle", unit = "requests")
    long getRequestsBlocked();

    @Reading(value = "Number of requests discarded and still kept", unit = "requests")
    long getRequestsDiscarded();

    @Reading(value = "Age of the oldest waiting or blocked request; 0 = none", unit = "seconds")
    long getOldestRequestAge();

    @Reading(
            value = "At most 1 000 requests, open ones first; the four numbers of requests have the totals",
            total = {"RequestsWaiting", "RequestsDelivered", "RequestsBlocked", "RequestsDiscarded"})
    List<RequestRow> getRequests();

    @Operation("Polls all tickets now, on a frontend")
    String poll();

    @Operation("Tries to log in once; Connection Status shows the result")
    String testConnection();

    @Operation("Reads the full activity log of a ticket into Activity Log")
    String showActivityLog(String ticketId);

    @Operation("Requests a new ticket; an equal externalId is the same request")
    String submitTicket(
            String externalId, String category, String circuitId, String severity, String summary, String description);

    @Operation("Requests a new value for a field of a ticket; the reference is an externalId or a ticketId")
    String updateTicket(String reference, String field, String value, String requestId);

    @Operation("Requests a note in the activity log of a ticket; the reference is an externalId or a ticketId")
    String addNote(String reference, String text, String requestId);

    @Operation("Requests to close a ticket: a note, then the status; the reference is an externalId or a ticketId")
    String closeTicket(String reference, String text, String requestId);

    @Operation("Retries a blocked or discarded request")
    String retryRequest(long id);

    @Operation("Discards a waiting or blocked request")
    String discardRequest(long id);
}
