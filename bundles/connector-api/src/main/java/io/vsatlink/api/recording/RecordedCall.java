/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One call of an element, without secrets: they are masked before it is kept. Immutable.
 *
 * @param correlationId as it was sent; also of a call whose vendor gets none
 * @param attempt 1, or one more for each time that the same request failed right before
 * @param waited from the start to the status
 * @param received from the status to the end
 * @param response empty if none came
 * @param failure one sentence; empty if the call succeeded
 */
public record RecordedCall(
        String correlationId,
        int attempt,
        Instant started,
        Duration waited,
        Duration received,
        Request request,
        Optional<Response> response,
        String failure) {

    /** @param url with its query */
    public record Request(String method, String url, List<Header> headers, Body body) {
        public Request {
            headers = List.copyOf(headers);
        }
    }

    /** @param reason the text beside the status; may be empty */
    public record Response(int status, String reason, List<Header> headers, Body body) {
        public Response {
            headers = List.copyOf(headers);
        }
    }

    /** A header that is repeated is several. */
    public record Header(String name, String value) {}

    /**
     * A body, decoded.
     *
     * @param mediaType empty if unknown
     * @param text what of it is kept
     * @param bytes of the whole body, as far as it was read
     * @param cut whether the text is not all of the bytes
     * @param note what is not as it was, one phrase: "first 256 KiB of 1,234,567 bytes"; empty if nothing is
     */
    public record Body(String mediaType, String text, long bytes, boolean cut, String note) {
        public static final Body NONE = new Body("", "", 0, false, "");
    }
}
