/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.store.RowVersion;
import io.vsatlink.api.store.Snapshot;
import io.vsatlink.api.ticket.Outbox;
import io.vsatlink.api.ticket.OutboxEntry;
import io.vsatlink.api.ticket.TicketMirror;
import io.vsatlink.api.ticket.TicketingElement;
import io.vsatlink.console.call.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The services from which the console reads tickets. Each may come and go while the console runs. A ticketing element is named
 * by callers; its tickets are those of its system. Thread-safe.
 */
@Component(service = Ticketing.class)
public final class Ticketing {
    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<TicketingElement> elements;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TicketMirror mirror;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Outbox outbox;

    TicketingElement element(String name) throws Refusal {
        return elements.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no ticketing element " + name + "."));
    }

    /** Returns one ticketing element of each system whose tickets are about the circuits of this provisioning element. */
    Collection<TicketingElement> about(String provisioning) {
        return elements.stream()
                .filter(each -> each.provisioning().equals(provisioning))
                .filter(each -> !each.system().isEmpty())
                .sorted(Comparator.comparing(TicketingElement::name))
                .collect(Collectors.toMap(TicketingElement::system, each -> each, (one, other) -> one, TreeMap::new))
                .values();
    }

    /** Opens the tickets of an element's system, at each call. */
    Supplier<Snapshot> snapshots(TicketingElement element) throws Refusal {
        TicketMirror there = mirror();
        String system = system(element);
        return () -> there.snapshot(system);
    }

    List<RowVersion> history(TicketingElement element, String ticketId) throws Refusal {
        return mirror().history(system(element), ticketId);
    }

    /** Returns the newest requests of ours for a ticket with one of these ids. */
    List<OutboxEntry> requests(TicketingElement element, Set<String> names, int limit) throws Refusal {
        return Ports.there(outbox).entriesOf(system(element), names, limit);
    }

    private TicketMirror mirror() throws Refusal {
        return Ports.there(mirror);
    }

    private static String system(TicketingElement element) throws Refusal {
        String system = element.system();
        if (system.isEmpty()) {
            throw new Refusal(
                    409,
                    "The settings of " + element.name() + " are incomplete, so it is not known whose tickets to show.");
        }
        return system;
    }
}
