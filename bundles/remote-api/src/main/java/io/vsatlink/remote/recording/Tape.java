/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.remote.recording;

import io.vsatlink.api.recording.RecordedCall;
import io.vsatlink.api.recording.RecordedCall.Body;
import io.vsatlink.api.recording.RecordedCall.Header;
import io.vsatlink.api.recording.RecordedCall.Request;
import io.vsatlink.api.recording.RecordedCall.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last calls of one recording; the oldest go first. Thread-safe. */
final class Tape {
    static final int MOST_CALLS = 500;
    static final long MOST_BYTES = 8 << 20;

    private static final int MOST_REQUESTS = 1_000;
    /** What the objects around the texts take, roughly. */
    private static final int AROUND = 64;

    private final SharedMemory memory;
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    /** How often the same request has failed since it succeeded. */
    private final Map<Integer, Integer> failures = new LinkedHashMap<>();

    private long bytes;
    private boolean discarded;

    Tape(SharedMemory memory) {
        this.memory = memory;
    }

    synchronized void add(RecordedCall call) {
        long size = size(call);
        while (!calls.isEmpty() && (calls.size() >= MOST_CALLS || bytes + size > MOST_BYTES || !memory.has(size))) {
            removeFirst();
        }
        // where other elements have taken all of the memory this call is the one that is missing
        if (!discarded && memory.take(size)) {
            calls.addLast(call);
            bytes += size;
        }
    }

    private void removeFirst() {
        long size = size(calls.removeFirst());
        bytes -= size;
        memory.give(size);
    }

    synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    /** Forgets all calls, and takes no more. */
    synchronized void discard() {
        discarded = true;
        calls.clear();
        failures.clear();
        memory.give(bytes);
        bytes = 0;
    }

    /** Which attempt of the same request this was. */
    synchronized int attempt(Request request, boolean succeeded) {
        int same = (request.method() + " " + request.url() + request.body().text()).hashCode();
        int before = failures.getOrDefault(same, 0);
        failures.remove(same);
        if (!succeeded) {
            failures.put(same, before + 1);
        }
        if (failures.size() > MOST_REQUESTS) {
            failures.remove(failures.keySet().iterator().next());
        }
        return before + 1;
    }

    private static long size(RecordedCall call) {
        Request request = call.request();
        long size =
                AROUND + size(call.failure()) + size(request.url()) + size(request.headers()) + size(request.body());
        return call.response().isEmpty() ? size : size + size(call.response().get());
    }

    private static long size(Response response) {
        return AROUND + size(response.reason()) + size(response.headers()) + size(response.body());
    }

    private static long size(List<Header> headers) {
        return headers.stream()
                .mapToLong(each -> AROUND + size(each.name()) + size(each.value()))
                .sum();
    }

    private static long size(Body body) {
        return AROUND + size(body.text()) + size(body.mediaType()) + size(body.note());
    }

    /** A text with a character beyond Latin-1 takes two bytes for each. */
    private static long size(String text) {
        boolean wide = text.chars().anyMatch(each -> each > 0xff);
        return AROUND + (wide ? 2L : 1L) * text.length();
    }
}
