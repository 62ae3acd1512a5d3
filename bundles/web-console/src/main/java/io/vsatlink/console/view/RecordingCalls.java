/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.access.Roles;
import io.vsatlink.api.recording.CallRecording;
import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Request;
import io.vsatlink.api.recording.RecordedCall.Response;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Download;
import io.vsatlink.console.call.Refusal;
import java.util.List;
import java.util.Map;

/** Returns the recorded calls of an element: all in brief, those of one correlation id whole, or a file. */
public final class RecordingCalls implements Api {
    /** The call that is answered with a file. */
    public static final String FILE = "GET /calls.har";

    /** Who may switch the recording on sees what it has. */
    private static final String OPERATION = "record";

    private final Ports ports;
    private final Roles roles;

    public RecordingCalls(Ports ports, Roles roles) {
        this.ports = ports;
        this.roles = roles;
    }

    /** @param status null if no response came */
    private record Brief(
            String id,
            int attempt,
            String started,
            long milliseconds,
            String method,
            String url,
            Integer status,
            String failure) {
        static Brief of(RecordedCall call) {
            return new Brief(
                    call.correlationId(),
                    call.attempt(),
                    call.started().toString(),
                    call.waited().plus(call.received()).toMillis(),
                    call.request().method(),
                    call.request().url(),
                    call.response().map(Response::status).orElse(null),
                    call.failure());
        }
    }

    /** @param response null if none came */
    private record Whole(Brief call, long waited, long received, Request request, Response response) {
        static Whole of(RecordedCall call) {
            return new Whole(
                    Brief.of(call),
                    call.waited().toMillis(),
                    call.received().toMillis(),
                    call.request(),
                    call.response().orElse(null));
        }
    }

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /calls", this::calls, "GET /call", this::call, FILE, this::file);
    }

    private Object calls(Call call) throws Refusal {
        return recording(call).calls().stream().map(Brief::of).toList();
    }

    private Object call(Call call) throws Refusal {
        String id = call.parameter("id");
        return matching(recording(call), id).stream().map(Whole::of).toList();
    }

    private Object file(Call call) throws Refusal {
        CallRecording recording = recording(call);
        List<RecordedCall> calls = matching(recording, call.optional("id").orElse(""));
        return new Download("calls.har", "application/json", out -> recording.writeHar(calls, out));
    }

    private static List<RecordedCall> matching(CallRecording recording, String id) throws Refusal {
        List<RecordedCall> calls = recording.calls().stream()
                .filter(each -> each.correlationId().startsWith(id))
                .toList();
        if (calls.isEmpty()) {
            throw new Refusal(404, "No such call is recorded.");
        }
        return calls;
    }

    private CallRecording recording(Call call) throws Refusal {
        if (!roles.may(call.session().roles(), OPERATION)) {
            throw new Refusal(403, "None of your roles allows you to see recorded calls.");
        }
        String type = call.parameter("type");
        String name = call.parameter("name");
        return ports.recording(type, name)
                .orElseThrow(() -> new Refusal(404, type + " " + name + " records no calls."));
    }
}
