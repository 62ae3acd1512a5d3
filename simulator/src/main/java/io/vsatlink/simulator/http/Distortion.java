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

/**
 * The changes that faults request for a later answer. They can be combined; of two codings or deliveries the later one
 * is used.
 */
public final class Distortion {
    private final List<Edit> edits = new ArrayList<>();
    private Optional<Coding> coding = Optional.empty();
    private Optional<Delivery> delivery = Optional.empty();
    private int bytesPerSecond;

    /** Adds an edit. Edits are applied in the order in which they were added. */
    public void edit(Edit edit) {
        edits.add(edit);
    }

    /** Uses this compression and declares "gzip", whatever the client accepts. */
    public void code(Coding asGzip) {
        coding = Optional.of(asGzip);
    }

    public void deliver(Delivery how) {
        delivery = Optional.of(how);
    }

    /** Sends the body slowly; the head is sent at once. */
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
