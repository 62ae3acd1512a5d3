/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.api.ticket.Receipt;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.request.IncomingEvents;
import io.vsatlink.etms.request.RequestOperation;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes requests from events to an element. */
record EventInlet(BundleContext bundle, EtmsElement element) implements IncomingEvents.Inlet {
    private static final Logger LOG = LoggerFactory.getLogger(EventInlet.class);

    @Override
    public void take(String operation, Map<String, String> values, boolean named) {
        if (!named && !alone()) {
            LOG.warn("A request by event was not accepted: it does not name one of the elements");
            return;
        }
        Receipt receipt = element.submit(RequestOperation.request(operation, values, "event"));
        LOG.debug("Request {} was accepted from an event", receipt.id());
    }

    private boolean alone() {
        try {
            return bundle.getServiceReferences(EtmsElement.class, null).size() == 1;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("without a filter", e);
        }
    }
}
