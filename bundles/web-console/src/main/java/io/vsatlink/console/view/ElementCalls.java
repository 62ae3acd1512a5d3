/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.access.Roles;
import io.vsatlink.api.element.Element;
import io.vsatlink.api.element.Health;
import io.vsatlink.api.element.ProvisioningElement;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Returns the overview of all elements, or one element with all its parameters. */
public final class ElementCalls implements Api {
    private static final Comparator<ElementShown> WORST_FIRST = Comparator.comparing(
                    ElementShown::level, Comparator.reverseOrder())
            .thenComparing(ElementShown::type)
            .thenComparing(ElementShown::name);

    private final Ports ports;
    private final Roles roles;

    public ElementCalls(Ports ports, Roles roles) {
        this.ports = ports;
        this.roles = roles;
    }

    /**
     * An element in the overview.
     *
     * @param provisioning whether the element has datasets
     * @param recording whether this person may see its calls, if they are recorded
     * @param elementType the value of the setting Element Type; empty if the element has no such setting
     */
    private record ElementShown(
            String type,
            String name,
            Health.Level level,
            String health,
            String reason,
            boolean provisioning,
            boolean recording,
            String elementType) {
        static ElementShown of(Element element, boolean recording, String elementType) {
            Health health = element.health();
            return new ElementShown(
                    element.type(),
                    element.name(),
                    health.level(),
                    health.level().label(),
                    health.reason(),
                    element instanceof ProvisioningElement,
                    recording,
                    elementType);
        }
    }

    @Override
    public Map<String, Answer> answers() {
        return Map.of("GET /elements", this::elements, "GET /element", this::element);
    }

    private Object elements(Call call) {
        boolean mayRecord = roles.may(call.session().roles(), "record");
        return ports.elements().stream()
                .map(element -> ElementShown.of(element, mayRecord && records(element), elementType(element)))
                .sorted(WORST_FIRST)
                .toList();
    }

    private boolean records(Element element) {
        return ports.recording(element.type(), element.name()).isPresent();
    }

    private String elementType(Element element) {
        return ports.elementPages().stream()
                .filter(page -> page.title().type().equals(element.type())
                        && page.title().name().equals(element.name()))
                .flatMap(page -> page.parameter("elementType").map(parameter -> text(page, parameter)).stream())
                .findFirst()
                .orElse("");
    }

    private static String text(ParameterPage page, Parameter parameter) {
        try {
            return String.valueOf(page.value(parameter, new Look()));
        } catch (ReadingException e) {
            throw new IllegalStateException("a setting can always be read", e);
        }
    }

    /**
     * Returns the pages of the element that {@code type} and {@code name} identify: first its own page, then those of
     * its rows.
     */
    private Object element(Call call) throws Exception {
        String type = call.parameter("type");
        String name = call.optional("name").orElse("");
        List<ParameterPage> pages = new ArrayList<>(List.of(ports.page(type, name, "")));
        pages.addAll(ports.rowPages(type, name));
        return new PageShown(roles, call.session().roles()).all(pages);
    }
}
