package io.vsatlink.parameters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The readings and operations of an element, found by {@link Reading} and {@link Operation} on one interface. */
public final class ReadingSet {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingSet.class);

    private final Object target;
    private final Map<String, Method> getters;
    private final Map<String, Method> operations;

    private ReadingSet(Object target, Map<String, Method> getters, Map<String, Method> operations) {
        this.target = target;
        this.getters = getters;
        this.operations = operations;
    }

    /** @param type the annotated interface; its getters are named {@code getSomething} */
    public static <T> ReadingSet of(Class<T> type, T target) {
        Map<String, Method> getters = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Reading.class))
                .collect(Collectors.toMap(method -> method.getName().substring("get".length()), Function.identity()));
        Map<String, Method> operations = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .collect(Collectors.toMap(Method::getName, Function.identity()));
        getters.values().forEach(table -> requireThere(getters.keySet(), table));
        return new ReadingSet(target, getters, operations);
    }

    private static void requireThere(Set<String> names, Method table) {
        for (String total : table.getAnnotation(Reading.class).total()) {
            if (!names.contains(total)) {
                throw new IllegalArgumentException(table + " has no reading " + total + " beside it");
            }
        }
    }

    /** @param prefix of their keys, without the dot; empty for none */
    List<Parameter> parameters(String prefix) {
        return sorted(getters).stream()
                .map(getter -> Parameter.of(
                        key(prefix, name(getter)), name(getter), getter.getAnnotation(Reading.class), type(getter)))
                .toList();
    }

    /** The operations by name. */
    public List<Method> operations() {
        return sorted(operations);
    }

    /** The readings whose changes are told. */
    public List<String> notified() {
        return sorted(getters).stream()
                .filter(getter -> getter.getAnnotation(Reading.class).notified())
                .map(ReadingSet::name)
                .toList();
    }

    /** The current value of a reading: text, a number, a truth value, or a list of records. */
    public Object read(String name) throws ReadingException {
        Object value = call(getters.get(name));
        return value instanceof List<?> ? value : Shown.scalar(value);
    }

    /** What the getter returns: a number, a truth value, a text, a list of records, an {@code Instant} or null. */
    public Object measure(String name) throws ReadingException {
        return call(getters.get(name));
    }

    /**
     * How many rows a table has, of which it may show only the first.
     *
     * @param shown how many it shows
     */
    public long total(String name, int shown) throws ReadingException {
        if (shown < Reading.MOST_ROWS) {
            return shown;
        }
        long total = 0;
        for (String each : getters.get(name).getAnnotation(Reading.class).total()) {
            total += ((Number) call(getters.get(each))).longValue();
        }
        // what is counted may be a moment older than the rows
        return Math.max(total, shown);
    }

    /** The record type of a reading that is a table. */
    public Class<?> rowType(String name) {
        ParameterizedType list = (ParameterizedType) getters.get(name).getGenericReturnType();
        return (Class<?>) list.getActualTypeArguments()[0];
    }

    /** Does what an operation does, and returns its sentence. */
    public Object invoke(String name, Object... arguments) throws ReadingException {
        Method operation = operations.get(name);
        if (operation == null || operation.getParameterCount() != arguments.length) {
            throw new ReadingException("there is no operation " + name + " with " + arguments.length + " values");
        }
        Object[] fitting = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            fitting[i] = fitting(operation.getParameterTypes()[i], arguments[i]);
        }
        return call(operation, fitting);
    }

    /** Clients differ in the type of a number that they send, and in what they think of one as text. */
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

    private Object call(Method method, Object... arguments) throws ReadingException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            LOG.debug("{} failed", method.getName(), e.getCause());
            throw new ReadingException(String.valueOf(e.getCause().getMessage()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be public", e);
        }
    }

    private static String name(Method getter) {
        return getter.getName().substring("get".length());
    }

    private static String key(String prefix, String name) {
        String own = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return prefix.isEmpty() ? own : prefix + "." + own;
    }

    private static Class<?> type(Method getter) {
        Class<?> type = getter.getReturnType();
        if (type == List.class) {
            return type;
        }
        if (type == long.class || type == int.class) {
            return Long.class;
        }
        return type == boolean.class ? Boolean.class : String.class;
    }

    private static List<Method> sorted(Map<String, Method> methods) {
        return methods.values().stream()
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }
}
