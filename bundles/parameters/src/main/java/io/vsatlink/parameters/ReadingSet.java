package io.vsatlink.parameters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanException;
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
        return new ReadingSet(target, getters, operations);
    }

    List<Method> getters() {
        return sorted(getters);
    }

    List<Method> operations() {
        return sorted(operations);
    }

    /** The current value of a reading, as JMX carries it. */
    Object read(String name) throws AttributeNotFoundException, MBeanException {
        Method getter = getters.get(name);
        if (getter == null) {
            throw new AttributeNotFoundException("there is no attribute " + name);
        }
        Object value = call(getter);
        return value instanceof List<?> rows ? Tables.of(rowType(getter), rows) : Shown.scalar(value);
    }

    Object invoke(String name, Object[] arguments) throws MBeanException {
        Method operation = operations.get(name);
        if (operation == null || operation.getParameterCount() != arguments.length) {
            throw new MBeanException(null, "there is no operation " + name + " with " + arguments.length + " values");
        }
        return call(operation, arguments);
    }

    static Class<?> rowType(Method getter) {
        return (Class<?>) ((ParameterizedType) getter.getGenericReturnType()).getActualTypeArguments()[0];
    }

    private Object call(Method method, Object... arguments) throws MBeanException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            LOG.debug("{} failed", method.getName(), e.getCause());
            // the message only: a client does not have our classes
            throw new MBeanException(null, String.valueOf(e.getCause().getMessage()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be public", e);
        }
    }

    private static List<Method> sorted(Map<String, Method> methods) {
        return methods.values().stream()
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }
}
