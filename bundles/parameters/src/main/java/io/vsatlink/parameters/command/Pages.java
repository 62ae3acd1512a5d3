/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.command;

import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** All existing pages. */
final class Pages {
    private static final Comparator<ParameterPage> ORDER = Comparator.<ParameterPage, String>comparing(
                    page -> page.title().type())
            .thenComparing(page -> page.title().name())
            .thenComparing(page -> !page.title().row().isEmpty());

    private final List<ParameterPage> pages;

    /** A parameter and the page that shows it. */
    record Place(ParameterPage page, Parameter parameter) {

        String element() {
            return page.title().element();
        }
    }

    Pages(Stream<ParameterPage> pages) {
        this.pages = pages.sorted(ORDER).toList();
    }

    /** Reads the current pages at each call, because a completer lives longer than an element. */
    static Pages of(BundleContext bundle) {
        try {
            return new Pages(bundle.getServiceReferences(ParameterPage.class, null).stream()
                    .sorted()
                    .map(bundle::getService)
                    .filter(page -> page != null));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter at all", e);
        }
    }

    /** @param name the name of the element, null for any; the same applies to the type */
    Pages among(String name, String type) {
        Predicate<ParameterPage.Title> named =
                title -> name == null || title.name().equals(name);
        Predicate<ParameterPage.Title> typed =
                title -> type == null || title.type().equalsIgnoreCase(type);
        return new Pages(pages.stream().filter(page -> named.and(typed).test(page.title())));
    }

    Stream<ParameterPage> stream() {
        return pages.stream();
    }

    Stream<Place> parameters() {
        return pages.stream().flatMap(page -> page.parameters().stream().map(each -> new Place(page, each)));
    }

    /**
     * Returns the one parameter with this key.
     *
     * @throws IllegalArgumentException if there is none or more than one; the message says which option to add
     */
    Place parameter(String key) {
        List<Place> found = pages.stream()
                .flatMap(page -> page.parameter(key).stream().map(each -> new Place(page, each)))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("there is no parameter " + key + "; vsat:parameter-list shows all");
        }
        String elements = found.stream().map(Place::element).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "several elements have " + key + "; choose one with --element or --type: " + elements);
    }
}
