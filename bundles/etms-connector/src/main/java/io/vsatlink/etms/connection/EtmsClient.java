/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.connection;

import io.vsatlink.api.dataset.Row;
import io.vsatlink.api.ticket.TicketListing;
import io.vsatlink.api.ticket.TicketRequest;
import io.vsatlink.kit.sync.ListedPages;
import io.vsatlink.kit.sync.PageSource;
import io.vsatlink.remote.AnswerPart;
import io.vsatlink.remote.CallAnswer;
import io.vsatlink.remote.VendorClient;
import io.vsatlink.remote.failure.VendorException;
import io.vsatlink.remote.item.Item;
import io.vsatlink.remote.item.RejectedRow;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.profile.CallProfile.Outcome;
import io.vsatlink.remote.profile.VendorProfile;
import io.vsatlink.remote.recording.CallObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Calls ETMS as a vendor profile describes. */
public final class EtmsClient implements EtmsApi {
    private final VendorClient client;
    private final FieldRules rules;

    public EtmsClient(Access access, VendorProfile profile) {
        this.client = new VendorClient(profile, access.endpoint(), access.credentials());
        this.rules = new FieldRules(profile);
    }

    @Override
    public void prepare() throws VendorException {
        client.prepare();
    }

    @Override
    public void login() throws VendorException {
        client.login();
    }

    @Override
    public void observe(CallObserver observer) {
        client.observe(observer);
    }

    @Override
    public PageSource tickets() {
        // users read activity logs with the same client, so a poll must not abort it
        return new ListedPages(client, TicketListing.TICKETS, TICKETS_A_PAGE, EtmsClient::requireBareId, () -> {});
    }

    /** The database treats ids as equal if they differ only in surrounding blanks. */
    private static void requireBareId(Row ticket) {
        if (!ticket.key().equals(ticket.key().strip())) {
            throw new IllegalArgumentException("ticketId has blanks around it");
        }
    }

    @Override
    public Lookup ticket(String ticketId) throws VendorException {
        return new TicketAnswer(client.call("ticket", Map.of("ticketId", ticketId), Map.of())).byId(ticketId);
    }

    @Override
    public Lookup ticketByExternalId(String externalId) throws VendorException {
        return new TicketAnswer(client.call("ticketByExternalId", Map.of("externalId", externalId), Map.of()))
                .byExternalId(externalId);
    }

    @Override
    public Optional<LogPart> activities(String ticketId, AnswerPart part) throws VendorException {
        CallAnswer answer = client.call("activities", Map.of("ticketId", ticketId), Map.of(), part);
        if (answer.outcome() == Outcome.ABSENT) {
            return Optional.empty();
        }
        List<Activity> activities = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Item item : answer.items()) {
            if (item instanceof Item.Read read) {
                activities.add(activity(read.values()));
            } else if (item instanceof RejectedRow aside) {
                problems.add("an entry could not be read: " + aside.reason());
            }
        }
        return Optional.of(new LogPart(activities, problems, answer.rest()));
    }

    private static Activity activity(List<Object> values) {
        List<String> texts =
                values.stream().map(value -> Objects.toString(value, "")).toList();
        return new Activity(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5));
    }

    @Override
    public FieldRules rules() {
        return rules;
    }

    @Override
    public Created create(String externalId, Map<String, Object> fields) throws VendorException {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("externalId", externalId);
        return new TicketAnswer(client.call("create", Map.of(), all)).created(externalId);
    }

    @Override
    public Written update(String ticketId, Map<String, Object> fields) throws VendorException {
        // an update is of one field
        String call = rules.changing(fields.keySet().iterator().next());
        return new TicketAnswer(client.call(call, Map.of("ticketId", ticketId), fields)).written(ticketId);
    }

    @Override
    public Written note(String ticketId, String text, String externalId) throws VendorException {
        Map<String, String> parameters = Map.of("ticketId", ticketId, "text", text, "externalId", externalId);
        CallAnswer answer = client.call("note", parameters, Map.of());
        boolean activity = answer.items().stream()
                .anyMatch(
                        item -> item instanceof Item.Read read && read.values().get(0) != null);
        return new TicketAnswer(answer).noted(answer.items().isEmpty() || activity);
    }

    @Override
    public Written end(String ticketId, String text) throws VendorException {
        Map<String, String> parameters = Map.of("ticketId", ticketId, TicketRequest.TEXT, text);
        return new TicketAnswer(client.call("close", parameters, Map.of(TicketRequest.TEXT, text))).written(ticketId);
    }

    @Override
    public void abort() {
        client.abort();
    }

    @Override
    public void close() {
        client.close();
    }
}
