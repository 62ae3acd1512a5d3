package io.vsatlink.etms.management;

import io.vsatlink.api.element.Health;
import io.vsatlink.api.ticket.TicketCategory;
import io.vsatlink.etms.EtmsElement;
import io.vsatlink.etms.connection.ConnectionStatus;
import io.vsatlink.etms.frontend.PollReport;
import io.vsatlink.etms.request.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads an element for its MBean. */
public final class EtmsView implements EtmsReadings {
    private final EtmsElement element;

    public EtmsView(EtmsElement element) {
        this.element = element;
    }

    @Override
    public String getConnectionStatus() {
        return ConnectionStatus.of(element.connection().state()).label();
    }

    @Override
    public String getConnectionReason() {
        return element.connection().reason();
    }

    @Override
    public String getConfigurationProblems() {
        return element.configurationProblems();
    }

    @Override
    public Health health() {
        return element.health();
    }

    @Override
    public long getTotalTickets() {
        return element.counts().total();
    }

    @Override
    public long getManagedTickets() {
        return element.counts().managed();
    }

    @Override
    public long getCircuitUpDown() {
        return count(TicketCategory.CIRCUIT_UP_DOWN);
    }

    @Override
    public long getCircuitPerformance() {
        return count(TicketCategory.CIRCUIT_PERFORMANCE);
    }

    @Override
    public long getCircuitNetworkConnectivity() {
        return count(TicketCategory.CIRCUIT_NETWORK_CONNECTIVITY);
    }

    @Override
    public long getInfrastructureUpDown() {
        return count(TicketCategory.INFRASTRUCTURE_UP_DOWN);
    }

    @Override
    public long getInfrastructurePerformance() {
        return count(TicketCategory.INFRASTRUCTURE_PERFORMANCE);
    }

    @Override
    public long getInfrastructureNetworkConnectivity() {
        return count(TicketCategory.INFRASTRUCTURE_NETWORK_CONNECTIVITY);
    }

    @Override
    public long getOtherTickets() {
        return element.counts().other();
    }

    private long count(TicketCategory category) {
        return element.counts().byCategory().get(category);
    }

    @Override
    public List<TicketRow> getTicketOverview() {
        return element.frontend()
                ? element.tickets().stream().map(TicketRow::of).toList()
                : List.of();
    }

    @Override
    public String getActivityLog() {
        return element.activityLog();
    }

    @Override
    public String getPollReason() {
        return element.lastPoll().map(PollReport::reason).orElse("");
    }

    @Override
    public long getRequestsWaiting() {
        return element.requestCounts().waiting();
    }

    @Override
    public long getRequestsDelivered() {
        return element.requestCounts().delivered();
    }

    @Override
    public long getRequestsBlocked() {
        return element.requestCounts().blocked();
    }

    @Override
    public long getRequestsDiscarded() {
        return element.requestCounts().discarded();
    }

    @Override
    public long getOldestRequestAge() {
        return element.oldestRequestAge().toSeconds();
    }

    @Override
    public List<RequestRow> getRequests() {
        return element.requests().stream().map(RequestRow::of).toList();
    }

    @Override
    public String poll() {
        return element.poll();
    }

    @Override
    public String testConnection() {
        var unused = element.testConnection();
        return "Login started; Connection Status shows the result.";
    }

    @Override
    public String showActivityLog(String ticketId) {
        var unused = element.showActivityLog(ticketId);
        return "The activity log of " + ticketId + " is being read; Activity Log shows it soon.";
    }

    @Override
    public String submitTicket(
            String externalId, String category, String circuitId, String severity, String summary, String description) {
        Map<String, String> values = new HashMap<>();
        put(values, "externalId", externalId);
        put(values, "category", category);
        put(values, "circuitId", circuitId);
        put(values, "severity", severity);
        put(values, "summary", summary);
        put(values, "description", description);
        return submit(Operation.submitTicket, values);
    }

    @Override
    public String updateTicket(String reference, String field, String value, String requestId) {
        Map<String, String> values = new HashMap<>();
        put(values, "reference", reference);
        put(values, "field", field);
        put(values, "value", value);
        put(values, "requestId", requestId);
        return submit(Operation.updateTicket, values);
    }

    @Override
    public String addNote(String reference, String text, String requestId) {
        return submit(Operation.addNote, text(reference, text, requestId));
    }

    @Override
    public String closeTicket(String reference, String text, String requestId) {
        return submit(Operation.closeTicket, text(reference, text, requestId));
    }

    private static Map<String, String> text(String reference, String text, String requestId) {
        Map<String, String> values = new HashMap<>();
        put(values, "reference", reference);
        put(values, "text", text);
        put(values, "requestId", requestId);
        return values;
    }

    /** JConsole gives null for a field that was left empty. */
    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private String submit(Operation operation, Map<String, String> values) {
        return Sentences.of(element.submit(Operation.request(operation.name(), values, "mbean")));
    }

    @Override
    public String retryRequest(long id) {
        return element.retryRequest(id);
    }

    @Override
    public String discardRequest(long id) {
        return element.discardRequest(id);
    }
}
