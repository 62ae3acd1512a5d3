/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.management;

import io.vsatlink.api.ticket.Receipt;
import java.util.Locale;

/** Formats receipts as sentences. */
public final class Sentences {
    private Sentences() {}

    public static String of(Receipt receipt) {
        String state = receipt.state().name().toLowerCase(Locale.ROOT);
        String ticket = receipt.ticketId().isEmpty() ? "" : ", ticket " + receipt.ticketId();
        return receipt.duplicate()
                ? "Request " + receipt.id() + " was already accepted (" + state + ticket + ")."
                : "Request " + receipt.id() + " was accepted and is waiting to be sent.";
    }
}
