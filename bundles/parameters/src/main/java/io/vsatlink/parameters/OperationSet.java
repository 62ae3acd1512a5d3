/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations of an element, or of one row of it, found by {@link Operation} on the methods of classes. */
public final class OperationSet {
    private static final Logger LOG = LoggerFactory.getLogger(OperationSet.class);

    private final List<Callable> all;

    /** @param target null where nobody calls it */
    private record Callable(Method method, Object target) {}

    private OperationSet(Stream<Callable> all) {
        this.all = all.sorted(Comparator.comparing(each -> each.method().getName()))
                .toList();
    }

    public static <T> OperationSet of(Class<T> type, T target) {
        return new OperationSet(Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .map(method -> new Callable(method, target)));
    }

    public static OperationSet none() {
        return new OperationSet(Stream.empty());
    }

    /** These and those. */
    public OperationSet and(OperationSet other) {
        return new OperationSet(Stream.concat(all.stream(), other.all.stream()));
    }

    /** The operations, by name. */
    public List<Method> all() {
        return all.stream().map(Callable::method).toList();
    }

    /** Calls an operation and returns its result, one sentence. */
    public Object invoke(String name, Object... arguments) throws ReadingException {
        Callable called = all.stream()
                .filter(each ->
                        each.method().getName().equals(name) && each.method().getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new ReadingException(
                        "there is no operation " + name + " with " + arguments.length + " values"));
        Method operation = called.method();
        Object[] fitting = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            fitting[i] = fitting(operation.getParameterTypes()[i], arguments[i]);
        }
        try {
            return operation.invoke(called.target(), fitting);
        } catch (InvocationTargetException e) {
            LOG.debug("{} failed", name, e.getCause());
            throw new ReadingException(String.valueOf(e.getCause().getMessage()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(operation + " must be public", e);
        }
    }

    /** Converts an argument: clients differ in the number types that they send, and some send numbers as text. */
    private static Object fitting(Class<?> type, Object argument) throws ReadingException {
        if (type == String.class) {
            return argument == null ? "" : argument.toString();
        }
        try {
            return type == long.class ? (Object) Long.valueOf(String.valueOf(argument)) : argument;
        } catch (NumberFormatException e) {
            throw new ReadingException("\"" + argument + "\" is not a whole number");
        }
    }
}
