/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.management;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.ticket.OutboxCounts;
import io.vsatlink.api.ticket.TicketCategory;
import io.vsatlink.api.ticket.TicketCounts;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.parameters.ElementReadings;
import io.vsatlink.parameters.Reading;
import io.vsatlink.parameters.Rows;

/**
 * The readings of an element at one moment, each defined only here.
 *
 * @param tickets of the generation that the overview shows
 * @param counts of the requests at the moment of the table
 */
public record EtmsReadings(
        Health condition,
        String configurationProblems,
        @Reading(
                        value = "Not Configured, Connecting, Connected, Authentication Failed, Unreachable or Disabled",
                        notified = true)
                ConnectionStatus connectionStatus,
        @Reading("The reason for the Connection Status") String connectionReason,
        TicketCounts tickets,
        @Reading("The newest 1 000 tickets, the newest first; empty on a backend. Total Tickets has their total")
                Rows<TicketRow> ticketOverview,
        @Reading("The activity log read by the last Show Activity Log") String activityLog,
        @Reading("The result of a frontend's last poll; empty before the first poll since the start") String pollReason,
        OutboxCounts counts,
        @Reading(
                        value =
                                "Age of the oldest waiting or blocked request, without those that wait because of a rule of the backend; 0 = none",
                        unit = "seconds")
                long oldestRequestAge,
        @Reading("At most 1 000 requests, open ones first; the four numbers of requests have the totals")
                Rows<RequestRow> requests)
        implements ElementReadings {

    @Reading(value = "Number of tickets in the last complete poll of the system", unit = "tickets")
    public long totalTickets() {
        return tickets.total();
    }

    @Reading(value = "Number of these that the automation identity created or owns", unit = "tickets")
    public long managedTickets() {
        return tickets.managed();
    }

    @Reading(value = "Number of tickets in the category Circuit Up/Down", unit = "tickets")
    public long circuitUpDown() {
        return tickets.byCategory().get(TicketCategory.CIRCUIT_UP_DOWN);
    }

    @Reading(value = "Number of tickets in the category Circuit Performance", unit = "tickets")
    public long circuitPerformance() {
        return tickets.byCategory().get(TicketCategory.CIRCUIT_PERFORMANCE);
    }

    @Reading(value = "Number of tickets in the category Circuit Network Connectivity", unit = "tickets")
    public long circuitNetworkConnectivity() {
        return tickets.byCategory().get(TicketCategory.CIRCUIT_NETWORK_CONNECTIVITY);
    }

    @Reading(value = "Number of tickets in the category Infrastructure Up/Down", unit = "tickets")
    public long infrastructureUpDown() {
        return tickets.byCategory().get(TicketCategory.INFRASTRUCTURE_UP_DOWN);
    }

    @Reading(value = "Number of tickets in the category Infrastructure Performance", unit = "tickets")
    public long infrastructurePerformance() {
        return tickets.byCategory().get(TicketCategory.INFRASTRUCTURE_PERFORMANCE);
    }

    @Reading(value = "Number of tickets in the category Infrastructure Network Connectivity", unit = "tickets")
    public long infrastructureNetworkConnectivity() {
        return tickets.byCategory().get(TicketCategory.INFRASTRUCTURE_NETWORK_CONNECTIVITY);
    }

    @Reading(value = "Number of tickets in another category or none", unit = "tickets")
    public long otherTickets() {
        return tickets.other();
    }

    @Reading(value = "Number of requests of the system that are waiting to be sent or being sent", unit = "requests")
    public long requestsWaiting() {
        return counts.waiting();
    }

    @Reading(value = "Number of requests delivered to ETMS and still kept", unit = "requests")
    public long requestsDelivered() {
        return counts.delivered();
    }

    @Reading(value = "Number of requests that ETMS refused and a person must handle", unit = "requests")
    public long requestsBlocked() {
        return counts.blocked();
    }

    @Reading(value = "Number of requests discarded and still kept", unit = "requests")
    public long requestsDiscarded() {
        return counts.discarded();
    }
}
