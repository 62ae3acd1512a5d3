/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit;

import java.io.IOException;
import java.util.Arrays;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** One of our MBeans, seen through JMX. */
public record Bean(MBeanServerConnection server, ObjectName name) {

    /** @param keys the key properties, for instance {@code type=Satprov,name=uat,dataset=Circuits} */
    public static Bean of(MBeanServerConnection server, String keys) throws MalformedObjectNameException {
        return new Bean(server, ObjectName.getInstance("io.vsatlink:" + keys));
    }

    public boolean exists() throws IOException {
        return server.isRegistered(name);
    }

    public String text(String attribute) throws JMException, IOException {
        return (String) server.getAttribute(name, attribute);
    }

    public long number(String attribute) throws JMException, IOException {
        return (Long) server.getAttribute(name, attribute);
    }

    public void set(String attribute, Object value) throws JMException, IOException {
        server.setAttribute(name, new Attribute(attribute, value));
    }

    /** Calls an operation and returns its result. */
    public String call(String operation, String... arguments) throws JMException, IOException {
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        return (String) server.invoke(name, operation, arguments, types);
    }
}
