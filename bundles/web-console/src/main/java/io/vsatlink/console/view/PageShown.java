/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.access.Roles;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import io.vsatlink.parameters.Rows;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A page of parameters as one person sees it: the parameters, their values, and the person's permissions. */
final class PageShown {
    private static final Set<String> WITHOUT_THE_LAST_WORD = Set.of("manager");

    private final Roles roles;
    private final Set<String> his;

    PageShown(Roles roles, Set<String> his) {
        this.roles = roles;
        this.his = his;
    }

    /** A page. */
    record Page(
            String type,
            String name,
            String row,
            String prefix,
            String description,
            List<ParameterShown> parameters,
            List<OperationShown> operations) {}

    /**
     * A parameter and its value.
     *
     * @param type String, Long, Boolean or Rows
     * @param value null if there is none; a {@link TableShown} for a table
     * @param problem the reason why the value can't be read; null if it can
     * @param maySet whether this person may set the parameter
     */
    record ParameterShown(
            String key,
            String attribute,
            String description,
            String type,
            String unit,
            String min,
            String max,
            String allowed,
            List<String> legalValues,
            boolean several,
            String defaultValue,
            boolean setting,
            boolean secret,
            boolean maySet,
            Object value,
            String problem) {}

    /**
     * An operation.
     *
     * @param arguments the names of the arguments, in order
     * @param may whether this person may call the operation
     * @param grave whether the operation requires more than the role of a manager, so that the page asks for
     *     confirmation
     */
    record OperationShown(String name, String description, List<String> arguments, boolean may, boolean grave) {}

    /** Creates the pages of one element, with values of one moment. */
    List<Page> all(List<ParameterPage> pages) {
        Look look = new Look();
        return pages.stream().map(page -> of(page, look)).toList();
    }

    private Page of(ParameterPage page, Look look) {
        ParameterPage.Title title = page.title();
        return new Page(
                title.type(),
                title.name(),
                title.row(),
                title.prefix(),
                title.description(),
                page.parameters().stream()
                        .map(parameter -> parameter(page, parameter, look))
                        .toList(),
                page.operations().all().stream().map(this::operation).toList());
    }

    ParameterShown parameter(ParameterPage page, Parameter parameter, Look look) {
        Object value = null;
        String problem = null;
        try {
            value = page.value(parameter, look);
            if (value instanceof Rows<?> rows) {
                value = TableShown.of(rows);
            }
        } catch (ReadingException e) {
            problem = e.getMessage();
        }
        return new ParameterShown(
                parameter.key(),
                parameter.attribute(),
                parameter.description(),
                parameter.type().getSimpleName(),
                parameter.unit(),
                parameter.min(),
                parameter.max(),
                parameter.allowed(),
                parameter.legalValues(),
                parameter.several(),
                parameter.defaultValue(),
                parameter.writable(),
                parameter.secret(),
                parameter.writable() && roles.maySet(his, parameter.attribute()),
                value,
                problem);
    }

    private OperationShown operation(Method method) {
        return new OperationShown(
                method.getName(),
                method.getAnnotation(Operation.class).value(),
                Arrays.stream(method.getParameters())
                        .map(java.lang.reflect.Parameter::getName)
                        .toList(),
                roles.may(his, method.getName()),
                !roles.may(WITHOUT_THE_LAST_WORD, method.getName()));
    }
}
