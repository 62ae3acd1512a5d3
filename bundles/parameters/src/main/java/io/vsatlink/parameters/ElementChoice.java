/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.api.element.Element;
import java.util.List;
import java.util.stream.Collectors;

/** Selects the element of a command. The name may be omitted if there is only one element. */
public final class ElementChoice {

    private ElementChoice() {}

    /**
     * @param name the value of {@code --element}; null if it was not given
     * @throws IllegalArgumentException if no single element matches; the message lists the existing elements
     */
    public static <T extends Element> T among(List<T> elements, String name) {
        List<T> matching = elements.stream()
                .filter(element -> name == null || element.name().equals(name))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        String names = elements.stream().map(Element::name).distinct().sorted().collect(Collectors.joining(", "));
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("there is no element; configure one first");
        }
        throw new IllegalArgumentException(
                name == null
                        ? "there are several elements; choose one with --element: " + names
                        : "there is no element " + name + "; known: " + names);
    }
}
