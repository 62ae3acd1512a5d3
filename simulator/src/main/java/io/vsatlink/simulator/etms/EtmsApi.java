/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.apigee.ApigeeFault;
import io.vsatlink.simulator.apigee.Gateway;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.json.BadInput;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.login.Tokens;
import io.vsatlink.simulator.tickets.Author;
import io.vsatlink.simulator.tickets.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The API behind the gateway: sessions, lists of tickets, tickets and their activities. */
final class EtmsApi implements Handler {
    static final String SESSION = EtmsPath.ROOT + "session";

    private final Gateway gateway;
    private final EtmsAccounts accounts;
    private final Tokens tokens;
    private final TicketCalls tickets;

    EtmsApi(Gateway gateway, EtmsAccounts accounts, Tokens tokens, TicketCalls tickets) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.tokens = tokens;
        this.tickets = tickets;
    }

    @Override
    public void handle(Call call) throws IOException {
        gateway.pass(call, this::answer);
    }

    private void answer(Call call) throws IOException {
        try {
            route(call, EtmsPath.of(call));
        } catch (Refusal e) {
            call.json(e.status(), e.error());
        } catch (BadInput e) {
            Refusal malformed = Refusal.malformed(e.getMessage(), List.of());
            call.json(malformed.status(), malformed.error());
        }
    }

    private void route(Call call, EtmsPath path) throws IOException {
        Author author = Visitor.of(call, tokens, gateway).author();
        switch (call.method() + " " + path.resource()) {
            case "POST session" -> login(call);
            case "GET ticket-lists/*/tickets" -> tickets.list(call, path.id());
            case "GET tickets" -> tickets.find(call);
            case "POST tickets" -> tickets.create(call, author);
            case "GET tickets/*" -> tickets.one(call, path.id());
            case "PATCH tickets/*" -> tickets.update(call, author, path.id());
            case "GET tickets/*/activities" -> tickets.activities(call, path.id());
            case "POST tickets/*/activities" -> tickets.note(call, author, path.id());
            default -> {
                Refusal refusal = Refusal.noSuchCall(call.method() + " " + call.path());
                call.json(refusal.status(), refusal.error());
            }
        }
    }

    private void login(Call call) throws IOException {
        boolean service = Fields.read(call.requestBody()).flag("serviceAccount");
        BasicCredentials given =
                BasicCredentials.read(call.header("Authorization").orElse("")).orElse(new BasicCredentials("", ""));
        switch (accounts.login(given.username(), given.password(), service)) {
            case ACCEPTED -> {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("accessToken", tokens.issue(given.username()));
                answer.put("expiresIn", tokens.lifetime().toSeconds());
                answer.put("user", given.username());
                call.json(200, answer);
            }
            case WRONG -> gateway.refuse(call, ApigeeFault.ACCOUNT_REFUSED);
            case WRONG_KIND -> gateway.refuse(call, ApigeeFault.ACCOUNT_KIND);
        }
    }
}
