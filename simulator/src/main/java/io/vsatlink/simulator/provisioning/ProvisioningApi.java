/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.provisioning;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.inventory.Churns;
import io.vsatlink.simulator.inventory.Inventory;
import io.vsatlink.simulator.inventory.LiveDataset;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.login.Tokens;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vendor's API: a login, and eight lists with pages. */
public final class ProvisioningApi implements Handler {
    private static final String ROOT = "/api/v1/";

    private final Accounts accounts;
    private final Tokens tokens;
    private final Inventory inventory;
    private final Churns churns;
    private final Pages pages;
    private final int maxPageSize;

    public ProvisioningApi(
            Accounts accounts, Tokens tokens, Inventory inventory, Churns churns, Pages pages, int maxPageSize) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.inventory = inventory;
        this.churns = churns;
        this.pages = pages;
        this.maxPageSize = maxPageSize;
    }

    /** Returns whether a call requests a page of rows, with valid parameters or not. */
    public boolean isPage(Call call) {
        return call.path().startsWith(ROOT)
                && inventory.find(call.path().substring(ROOT.length())).isPresent();
    }

    @Override
    public void handle(Call call) throws IOException {
        String path = call.path();
        if (path.equals(ROOT + "auth/login")) {
            login(call);
        } else if (path.startsWith(ROOT) && isAuthorized(call)) {
            page(call, path.substring(ROOT.length()));
        } else if (!path.startsWith(ROOT)) {
            notFound(call);
        }
    }

    private void login(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            call.methodNotAllowed("POST");
            return;
        }
        Fields body = Fields.read(call.requestBody());
        String username = body.text("username");
        switch (accounts.login(username, body.text("password"))) {
            case ACCEPTED -> {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("token", tokens.issue(username));
                answer.put("expiresIn", tokens.lifetime().toSeconds());
                call.json(200, answer);
            }
            case WRONG -> call.error(401, "invalid_credentials", "The user name or the password is wrong.");
            case LOCKED -> call.error(423, "account_locked", "Too many wrong passwords; call the service desk.");
        }
    }

    /** Answers the call with an error if the caller is not authorized. */
    private boolean isAuthorized(Call call) throws IOException {
        Tokens.State state = tokens.check(call.header("Authorization").orElse(""));
        if (state != Tokens.State.VALID) {
            call.answerHeaders().put("WWW-Authenticate", "Bearer");
            call.json(401, Map.of("error", state == Tokens.State.EXPIRED ? "token_expired" : "invalid_token"));
        }
        return state == Tokens.State.VALID;
    }

    private void page(Call call, String path) throws IOException {
        Optional<LiveDataset> dataset = inventory.find(path);
        if (dataset.isEmpty()) {
            notFound(call);
        } else if (!call.method().equals("GET")) {
            call.methodNotAllowed("GET");
        } else {
            PageRequest asked = PageRequest.of(call, maxPageSize);
            churns.before(dataset.get());
            pages.answer(call, asked, dataset.get().view());
        }
    }

    private static void notFound(Call call) throws IOException {
        call.error(404, "not_found", "There is nothing at " + call.path() + ".");
    }
}
