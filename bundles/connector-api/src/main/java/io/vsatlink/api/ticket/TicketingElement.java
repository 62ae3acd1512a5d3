/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.api.ticket;

import io.vsatlink.api.element.Element;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One configured connection to a ticketing platform. Registered as a service by {@code etms-connector} for each element;
 * called by senders of requests, and by the windows. Thread-safe.
 */
@ConsumerType
public interface TicketingElement extends Element {

    /** The system that it belongs to; empty while its settings are incomplete. */
    String system();

    /**
     * The name of the {@link io.vsatlink.api.element.ProvisioningElement} whose circuits, customers and locations its tickets
     * are about. Empty if there is none now, or if several exist and none was chosen: ids of circuits are unique within one
     * provisioning element only, so nothing else may be searched for them.
     */
    default String provisioning() {
        return "";
    }

    /**
     * Accepts a request: validates it, completes it from the VSAT database, and puts it into the outbox. Does not wait for
     * the platform.
     *
     * @throws IllegalArgumentException with a sentence, if the request is invalid
     * @throws io.vsatlink.api.store.StoreException if it could not be stored; then it was not accepted
     */
    Receipt submit(TicketRequest request);

    /**
     * Starts to read the full activity log of a ticket from the platform. Each call reads it anew, for its caller only.
     *
     * @return becomes the log as text, oldest entry first; fails with an {@link IllegalArgumentException} or an
     *     {@link IllegalStateException} whose message is a sentence
     * @throws IllegalStateException with a sentence if it can't be read now, for instance because too many others are
     */
    default CompletableFuture<String> activityLog(String ticketId) {
        throw new IllegalStateException(type() + " " + name() + " reads no activity logs");
    }
}
