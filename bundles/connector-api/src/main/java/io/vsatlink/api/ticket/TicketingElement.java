package io.vsatlink.api.ticket;

import io.vsatlink.api.element.Element;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One configured connection to a ticketing platform. Registered as a service by {@code etms-connector} for each element;
 * called by whoever has requests, and by the windows. Thread-safe.
 */
@ConsumerType
public interface TicketingElement extends Element {

    /** The system that it belongs to; empty while its settings do not say. */
    String system();

    /**
     * Takes a request: checks it, fills in what the VSAT database knows, and puts it into the outbox. Does not wait for
     * the platform.
     *
     * @throws IllegalArgumentException with a sentence, where the request can't be meant
     * @throws io.vsatlink.api.store.StoreException where it could not be kept; then it was not accepted
     */
    Receipt submit(TicketRequest request);
}
