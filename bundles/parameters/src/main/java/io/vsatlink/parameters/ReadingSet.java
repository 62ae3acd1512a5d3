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
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The readings of an element, or of one of its rows, found by {@link Reading} on the methods of a record and of the
 * interfaces that it implements. All values of one {@link Look} come from the same record.
 */
public final class ReadingSet {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingSet.class);

    private final Map<String, Getter> byName;

    /** Supplies the record from which a look reads. */
    private interface Source {
        Object record(Look look) throws ReadingException;
    }

    private record Getter(Method method, Source source) {
        String name() {
            return ReadingSet.name(method);
        }

        Reading reading() {
            return method.getAnnotation(Reading.class);
        }
    }

    private ReadingSet(Stream<Getter> getters) {
        this.byName = getters.collect(Collectors.toMap(Getter::name, Function.identity()));
    }

    /** @param element returns a record of all readings, immutable and taken at one moment */
    public static <R> ReadingSet of(Class<R> type, Supplier<R> element) {
        return of(type, element, Function.identity());
    }

    /** An element whose tables cost more than its other readings. */
    public interface Tabled<R> {
        /**
         * Returns a record of all readings, immutable and taken at one moment.
         *
         * @param tables whether the answer needs the tables; if not, they may be {@linkplain Rows#unread unread}
         */
        R readings(boolean tables);
    }

    public static <R> ReadingSet ofTabled(Class<R> type, Tabled<R> element) {
        return of(type, look -> look.once(element, () -> element.readings(look.tables())));
    }

    /**
     * Creates the readings of a part of an element.
     *
     * @param element returns a record of all readings; the same object for all parts, so that their values belong to
     *     the same moment
     */
    public static <E, R> ReadingSet of(Class<R> type, Supplier<E> element, Function<E, R> part) {
        return of(type, look -> part.apply(look.once(element, element)));
    }

    private static ReadingSet of(Class<?> type, Source source) {
        return new ReadingSet(Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Reading.class))
                .map(method -> new Getter(method, source)));
    }

    /** These and those, which have other names. */
    public ReadingSet and(ReadingSet other) {
        return new ReadingSet(Stream.concat(byName.values().stream(), other.byName.values().stream()));
    }

    /** @param prefix the prefix of their keys, without the dot; empty for none */
    List<Parameter> parameters(String prefix) {
        return sorted().map(getter -> Parameter.of(
                        key(prefix, getter.method().getName()),
                        getter.name(),
                        getter.reading(),
                        getter.method().getReturnType()))
                .toList();
    }

    /** The readings whose changes are sent as notifications. */
    public List<String> notified() {
        return sorted().filter(getter -> getter.reading().notified())
                .map(Getter::name)
                .toList();
    }

    /**
     * Returns the value of a reading: a number, a boolean, a text, a state, an {@code Instant}, null, or {@link Rows}.
     */
    Object read(String name, Look look) throws ReadingException {
        Getter getter = byName.get(name);
        Object record = getter.source().record(look);
        try {
            Object value = getter.method().invoke(record);
            if (value instanceof Rows<?> rows && !rows.problem().isEmpty()) {
                throw new ReadingException(rows.problem());
            }
            return value;
        } catch (InvocationTargetException e) {
            LOG.debug("{} failed", name, e.getCause());
            throw new ReadingException(String.valueOf(e.getCause().getMessage()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(record.getClass() + " must be public", e);
        }
    }

    private static String name(Method getter) {
        String own = getter.getName();
        return own.substring(0, 1).toUpperCase(Locale.ROOT) + own.substring(1);
    }

    private static String key(String prefix, String own) {
        return prefix.isEmpty() ? own : prefix + "." + own;
    }

    private Stream<Getter> sorted() {
        return byName.values().stream()
                .sorted(Comparator.comparing(getter -> getter.method().getName()));
    }
}
