/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.api.dataset.Listing;
import io.vsatlink.api.duty.Containers;
import io.vsatlink.api.element.AddedColumns;
import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.api.recording.CallRecording;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.parameters.ParameterPage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services from which the console reads. Each may come and go while the console runs. Thread-safe. */
@Component(service = Ports.class)
public final class Ports {
    private static final Comparator<ParameterPage> ORDER = Comparator.<ParameterPage, String>comparing(
                    page -> page.title().type())
            .thenComparing(page -> page.title().name());

    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<Element> elements;

    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<Map.Entry<Map<String, Object>, ParameterPage>> pages;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile VsatStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PollJournal journal;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Containers containers;

    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<CallRecording> recordings;

    /** The recorded calls of an element; empty if it calls nobody. */
    Optional<CallRecording> recording(String type, String name) {
        return recordings.stream()
                .filter(each -> each.type().equals(type) && each.name().equals(name))
                .findFirst();
    }

    List<Element> elements() {
        return List.copyOf(elements);
    }

    /** The pages of the elements themselves, by type and name. */
    List<ParameterPage> elementPages() {
        return pages().filter(page -> page.title().row().isEmpty())
                .sorted(ORDER)
                .toList();
    }

    /** All pages, in the order in which they were published. */
    private Stream<ParameterPage> pages() {
        return pages.stream()
                .sorted(Comparator.comparing(entry -> (Long) entry.getKey().get("service.id")))
                .map(Map.Entry::getValue);
    }

    /** The pages of an element's rows in the order of their publication, which is the order in the documentation. */
    List<ParameterPage> rowPages(String type, String name) {
        return pages().filter(page -> page.title().type().equals(type)
                        && page.title().name().equals(name)
                        && !page.title().row().isEmpty())
                .toList();
    }

    /** @param row the title of the row; empty for the element's own page */
    ParameterPage page(String type, String name, String row) throws Refusal {
        Optional<ParameterPage> found = pages().filter(
                        page -> page.title().type().equals(type)
                                && page.title().name().equals(name)
                                && page.title().row().equals(row))
                .findFirst();
        return found.orElseThrow(
                () -> new Refusal(404, (type + " " + name + " " + row).strip() + " does not exist any more."));
    }

    /** Returns the columns that an element's profile adds to a listing; none if the element is not available. */
    AddedColumns added(String element, Listing listing) {
        return elements.stream()
                .filter(each -> listing instanceof Dataset && each.name().equals(element))
                .filter(ProvisioningElement.class::isInstance)
                .map(each -> ((ProvisioningElement) each).added((Dataset) listing))
                .findFirst()
                .orElse(AddedColumns.NONE);
    }

    VsatStore store() throws Refusal {
        return there(store);
    }

    PollJournal journal() throws Refusal {
        return there(journal);
    }

    Containers containers() throws Refusal {
        return there(containers);
    }

    /** @throws Refusal if the service is not there */
    static <T> T there(T port) throws Refusal {
        if (port == null) {
            throw new Refusal(503, "The VSAT database is not running.");
        }
        return port;
    }
}
