/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms.request;

import io.vsatlink.api.event.EventProperties;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.api.text.Printable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.security.auth.Subject;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts requests from events. Queues them and returns: EventAdmin denies a slow handler permanently. */
public final class IncomingEvents implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingEvents.class);

    /** The properties that an event has in addition to the values of its operation. */
    private static final Set<String> OTHERS = Set.of(
            EventConstants.EVENT_TOPIC,
            EventConstants.TIMESTAMP,
            EventConstants.BUNDLE_ID,
            EventConstants.BUNDLE_SYMBOLICNAME,
            EventConstants.BUNDLE_VERSION,
            EventConstants.BUNDLE_SIGNER,
            EventConstants.BUNDLE,
            EventProperties.ELEMENT,
            EventProperties.OPERATION);

    private final String element;
    private final Executor queue;
    private final Inlet inlet;

    /** The destination of the requests. */
    public interface Inlet {

        /**
         * @param operation the name of the operation
         * @param values of the operation, by their names
         * @param named whether the event names this element; if not, it applies only if this is the only element
         * @throws IllegalArgumentException with a sentence if the request is not accepted
         */
        void take(String operation, Map<String, String> values, boolean named);
    }

    /** @param queue runs the queued requests on one thread; may reject those that exceed its capacity */
    public IncomingEvents(String element, Executor queue, Inlet inlet) {
        this.element = element;
        this.queue = queue;
        this.inlet = inlet;
    }

    @Override
    public void handleEvent(Event event) {
        String meant = Objects.toString(event.getProperty(EventProperties.ELEMENT), "");
        if (!meant.isEmpty() && !meant.equals(element)) {
            return;
        }
        String operation =
                Objects.toString(event.getProperty(EventProperties.OPERATION), RequestOperation.submitTicket.name());
        Map<String, String> values = new HashMap<>();
        for (String name : event.getPropertyNames()) {
            if (!OTHERS.contains(name) && isValue(event.getProperty(name))) {
                values.put(name, event.getProperty(name).toString());
            }
        }
        try {
            queue.execute(() -> take(operation, values, !meant.isEmpty()));
        } catch (RejectedExecutionException e) {
            LOG.warn("A request by event was not accepted: too many are waiting, or element {} is stopping", element);
        }
    }

    /**
     * Karaf adds the {@code subject} of the sender. The inlet rejects any other property that is not a value of the operation.
     */
    private static boolean isValue(Object property) {
        return property != null && !(property instanceof Subject);
    }

    private void take(String operation, Map<String, String> values, boolean named) {
        try {
            inlet.take(operation, values, named);
        } catch (IllegalArgumentException | StoreException e) {
            LOG.warn("A request by event was not accepted: {}", Printable.line(e.getMessage()));
        }
    }
}
