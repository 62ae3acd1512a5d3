/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import io.vsatlink.parameters.Operation;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.Rows;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import javax.management.Descriptor;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.openmbean.TabularData;

/** The metadata of a page's MBean: names, types, descriptions and, in the standard fields, limits. */
final class MBeanDescription {

    private MBeanDescription() {}

    static MBeanInfo of(ParameterPage page) {
        return new MBeanInfo(
                ParameterMBean.class.getName(),
                page.title().description(),
                page.parameters().stream().map(MBeanDescription::attribute).toArray(MBeanAttributeInfo[]::new),
                null,
                page.operations().all().stream()
                        .map(MBeanDescription::operation)
                        .toArray(MBeanOperationInfo[]::new),
                new MBeanNotificationInfo[] {ChangeTeller.INFO});
    }

    private static MBeanAttributeInfo attribute(Parameter parameter) {
        Class<?> type = parameter.type() == Rows.class ? TabularData.class : parameter.type();
        return new MBeanAttributeInfo(
                parameter.attribute(),
                type.getName(),
                parameter.description(),
                true,
                parameter.writable(),
                false,
                descriptor(parameter));
    }

    /** The fields that {@link Descriptor} defines. A client that knows them validates values by itself. */
    private static Descriptor descriptor(Parameter parameter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "units", parameter.unit());
        put(fields, "defaultValue", typed(parameter, parameter.defaultValue()));
        put(fields, "minValue", typed(parameter, parameter.min()));
        put(fields, "maxValue", typed(parameter, parameter.max()));
        if (!parameter.legalValues().isEmpty()) {
            LinkedHashSet<Object> legal = new LinkedHashSet<>();
            parameter.legalValues().forEach(value -> legal.add(typed(parameter, value)));
            fields.put("legalValues", legal);
        }
        return new ImmutableDescriptor(fields);
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        if (!value.equals("")) {
            fields.put(name, value);
        }
    }

    private static Object typed(Parameter parameter, String text) {
        if (text.isEmpty() || parameter.type() == String.class) {
            return text;
        }
        return parameter.type() == Long.class ? Long.valueOf(text) : Boolean.valueOf(text);
    }

    private static MBeanOperationInfo operation(Method method) {
        return new MBeanOperationInfo(
                method.getName(),
                method.getAnnotation(Operation.class).value(),
                Arrays.stream(method.getParameters())
                        .map(argument -> new MBeanParameterInfo(
                                argument.getName(), argument.getType().getName(), argument.getName()))
                        .toArray(MBeanParameterInfo[]::new),
                method.getReturnType().getName(),
                MBeanOperationInfo.ACTION);
    }
}
