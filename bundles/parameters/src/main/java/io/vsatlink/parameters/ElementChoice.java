/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import io.vsatlink.api.element.Element;
import java.util.List;
import java.util.stream.Collectors;

/** Which element a person means who may leave its name out where there is only one. */
public final class ElementChoice {

    private ElementChoice() {}

    /**
     * @param name what {@code --element} said, null where it said nothing
     * @throws IllegalArgumentException with a sentence that names the elements there are
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
