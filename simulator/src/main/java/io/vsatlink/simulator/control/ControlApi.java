/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.control;

import io.vsatlink.simulator.faults.rule.FaultRules;
import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.CallLog;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.inventory.Churns;
import io.vsatlink.simulator.inventory.Inventory;
import io.vsatlink.simulator.inventory.LiveDataset;
import io.vsatlink.simulator.json.Fields;
import io.vsatlink.simulator.json.Json;
import io.vsatlink.simulator.login.Tokens;
import io.vsatlink.simulator.provisioning.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The control endpoint: reads the state of the simulated vendor and changes its behaviour. */
public final class ControlApi implements Handler {
    public static final String ROOT = "/control/";
    private static final Map<String, Object> DONE = Map.of("done", true);

    private final Inventory inventory;
    private final Churns churns;
    private final CallLog calls;
    private final FaultRules faults;
    private final Accounts accounts;
    private final Tokens tokens;
    private final EtmsControl etms;

    public ControlApi(
            Inventory inventory,
            Churns churns,
            CallLog calls,
            FaultRules faults,
            Accounts accounts,
            Tokens tokens,
            EtmsControl etms) {
        this.inventory = inventory;
        this.churns = churns;
        this.calls = calls;
        this.faults = faults;
        this.accounts = accounts;
        this.tokens = tokens;
        this.etms = etms;
    }

    @Override
    public void handle(Call call) throws IOException {
        String path = call.path().substring(ROOT.length());
        if (path.startsWith(EtmsControl.ROOT)) {
            etms.handle(call, path.substring(EtmsControl.ROOT.length()));
        } else if (path.startsWith("truth/")) {
            withDataset(call, "GET", path.substring("truth/".length()), this::truth);
        } else if (path.startsWith("rows/")) {
            withDataset(call, "POST", path.substring("rows/".length()), this::changeRows);
        } else {
            command(call, path);
        }
    }

    private void command(Call call, String path) throws IOException {
        switch (call.method() + " " + path) {
            case "GET calls" -> call.json(200, calls.counters());
            case "GET calls/log" -> call.json(200, calls.last());
            case "POST reset-calls" -> done(call, calls::reset);
            case "POST faults" -> {
                Object rules = Json.read(call.requestBody());
                done(call, () -> faults.replace(rules));
            }
            case "GET faults" -> call.json(200, faults.report());
            case "DELETE faults" -> done(call, faults::clear);
            case "POST churn" -> {
                Fields body = Fields.read(call.requestBody());
                done(call, () -> ChurnRequest.read(body, inventory).start(churns));
            }
            case "DELETE churn" -> done(call, churns::clear);
            case "POST credentials" -> {
                Fields body = Fields.read(call.requestBody());
                body.onlyKnown(List.of("username", "password"));
                done(call, () -> accounts.replace(body.text("username"), body.text("password")));
            }
            case "POST tokens/expire" -> done(call, tokens::expireAll);
            default -> notFound(call);
        }
    }

    static void notFound(Call call) throws IOException {
        call.error(404, "not_found", "There is no " + call.method() + " " + call.path() + ".");
    }

    static void done(Call call, Runnable command) throws IOException {
        command.run();
        call.json(200, DONE);
    }

    private void withDataset(Call call, String method, String path, DatasetCall action) throws IOException {
        Optional<LiveDataset> dataset = inventory.find(path);
        if (dataset.isEmpty()) {
            call.error(404, "not_found", "There is no dataset " + path + ".");
        } else if (!call.method().equals(method)) {
            call.methodNotAllowed(method);
        } else {
            action.run(call, dataset.get());
        }
    }

    private void truth(Call call, LiveDataset dataset) throws IOException {
        JsonLines lines = JsonLines.begin(call);
        dataset.view().all(row -> lines.add(row.fields()));
        lines.end();
    }

    private void changeRows(Call call, LiveDataset dataset) throws IOException {
        call.json(200, RowChanges.outcome(dataset.apply(RowChanges.read(Fields.read(call.requestBody())))));
    }

    private interface DatasetCall {
        void run(Call call, LiveDataset dataset) throws IOException;
    }
}
