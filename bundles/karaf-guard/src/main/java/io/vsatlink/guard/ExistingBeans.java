/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.QueryExp;
import javax.management.remote.MBeanServerForwarder;

/**
 * Restricts a JMX client to the existing MBeans. The client can't create or remove MBeans, and can't query by the value
 * of an attribute, because such a query reads the attribute without a permission check.
 */
final class ExistingBeans implements InvocationHandler {
    private static final Set<String> REFUSED = Set.of("createMBean", "registerMBean", "unregisterMBean", "instantiate");

    /**
     * Queries that test classes and no values. The second one is the JVM's own and is used for notification listeners.
     */
    private static final Set<String> HARMLESS_QUERIES = Set.of(
            "javax.management.InstanceOfQueryExp",
            "com.sun.jmx.remote.internal.ArrayNotificationBuffer$BroadcasterQuery");

    private volatile MBeanServer server;

    private ExistingBeans() {}

    static MBeanServerForwarder forwarder() {
        return (MBeanServerForwarder) Proxy.newProxyInstance(
                ExistingBeans.class.getClassLoader(), new Class<?>[] {MBeanServerForwarder.class}, new ExistingBeans());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getMBeanServer" -> {
                return server;
            }
            case "setMBeanServer" -> {
                server = (MBeanServer) arguments[0];
                return null;
            }
            default -> {
                refuse(method, arguments);
                return forward(method, arguments);
            }
        }
    }

    private static void refuse(Method method, Object[] arguments) {
        if (REFUSED.contains(method.getName())) {
            throw new SecurityException("MBeans can't be created or removed through JMX");
        }
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == QueryExp.class
                    && arguments[i] != null
                    && !HARMLESS_QUERIES.contains(arguments[i].getClass().getName())) {
                throw new SecurityException("MBeans can be queried by name and class only");
            }
        }
    }

    private Object forward(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
