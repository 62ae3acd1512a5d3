/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.recording.command;

import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Body;
import io.vsatlink.api.recording.RecordedCall.Header;
import io.vsatlink.parameters.Shown;
import java.util.List;

/** A recorded call as text, like what went over the line. */
final class CallText {
    private CallText() {}

    static String of(RecordedCall call) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(call.correlationId())
                .append(", attempt ")
                .append(call.attempt())
                .append(", ")
                .append(Shown.time(call.started()))
                .append(", waited ")
                .append(call.waited().toMillis())
                .append(" ms, received in ")
                .append(call.received().toMillis())
                .append(" ms\n");
        text.append(call.request().method())
                .append(' ')
                .append(call.request().url())
                .append('\n');
        message(text, call.request().headers(), call.request().body());
        call.response().ifPresent(response -> {
            text.append("HTTP ")
                    .append(response.status())
                    .append(' ')
                    .append(response.reason())
                    .append('\n');
            message(text, response.headers(), response.body());
        });
        if (!call.failure().isEmpty()) {
            text.append("# failed: ").append(call.failure()).append('\n');
        }
        return text.toString();
    }

    private static void message(StringBuilder text, List<Header> headers, Body body) {
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append('\n'));
        if (!body.note().isEmpty()) {
            text.append("# body: ").append(body.note()).append('\n');
        }
        text.append('\n');
        if (!body.text().isEmpty()) {
            text.append(body.text().stripTrailing()).append("\n\n");
        }
    }
}
