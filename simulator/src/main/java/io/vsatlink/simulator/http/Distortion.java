/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import io.vsatlink.simulator.wire.Drip;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What faults want done to an answer that is to come. They combine; of two codings or deliveries the later one counts. */
public final class Distortion {
    private final List<Edit> edits = new ArrayList<>();
    private Optional<Coding> coding = Optional.empty();
    private Optional<Delivery> delivery = Optional.empty();
    private int bytesPerSecond;

    /** Edits happen in the order in which they are asked for. */
    public void edit(Edit edit) {
        edits.add(edit);
    }

    /** Compresses like this and says "gzip", whatever the client accepts. */
    public void code(Coding asGzip) {
        coding = Optional.of(asGzip);
    }

    public void deliver(Delivery how) {
        delivery = Optional.of(how);
    }

    /** Lets the body trickle; the head comes at once. */
    public void pace(int bodyBytesPerSecond) {
        bytesPerSecond = bodyBytesPerSecond;
    }

    boolean isNone() {
        return edits.isEmpty() && coding.isEmpty() && delivery.isEmpty() && bytesPerSecond == 0;
    }

    List<Edit> edits() {
        return edits;
    }

    Optional<Coding> coding() {
        return coding;
    }

    Optional<Delivery> delivery() {
        return delivery;
    }

    OutputStream paced(OutputStream out) {
        return bytesPerSecond == 0 ? out : new Drip(out, bytesPerSecond);
    }
}
