/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.replay;

import io.vsatlink.simulator.http.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An answer as it was recorded. Immutable. */
final class RecordedAnswer {
    /** They tell how the body went over another connection. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "date",
            "keep-alive",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String mediaType;
    private final byte[] body;

    /**
     * @param status 0 if none came
     * @param headers several of one name are the lines of one text
     * @param body decoded
     */
    RecordedAnswer(int status, Map<String, String> headers, String mediaType, byte[] body) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body.clone();
        headers.forEach((name, value) -> {
            // HTTP/2 begins the names of what is no header with a colon
            if (!name.startsWith(":") && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                this.headers.put(name, value.replace("\r", ""));
            }
        });
    }

    void send(Call call) throws IOException {
        if (status == 0) {
            throw new IOException("no answer was recorded, so the connection is closed");
        }
        call.answerHeaders().putAll(headers);
        try (OutputStream out = call.begin(status, mediaType)) {
            out.write(body);
        }
    }
}
