package io.vsatlink.parameters;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.openmbean.TabularData;

/** What a JMX client is told about an element's MBean: names, types and descriptions. */
final class MBeanDescription {

    private MBeanDescription() {}

    static MBeanInfo of(String description, List<SettingDefinition> settings, ReadingSet readings) {
        List<MBeanAttributeInfo> attributes = new ArrayList<>();
        settings.forEach(setting -> attributes.add(attribute(setting)));
        readings.getters().forEach(getter -> attributes.add(attribute(getter)));
        return new MBeanInfo(
                ParameterMBean.class.getName(),
                description,
                attributes.toArray(MBeanAttributeInfo[]::new),
                null,
                readings.operations().stream().map(MBeanDescription::operation).toArray(MBeanOperationInfo[]::new),
                null);
    }

    private static MBeanAttributeInfo attribute(SettingDefinition setting) {
        Class<?> type =
                switch (setting.kind()) {
                    case INTEGER -> Long.class;
                    case TRUE_FALSE -> Boolean.class;
                    default -> String.class;
                };
        return new MBeanAttributeInfo(setting.attribute(), type.getName(), setting.description(), true, true, false);
    }

    private static MBeanAttributeInfo attribute(Method getter) {
        Reading reading = getter.getAnnotation(Reading.class);
        String name = getter.getName().substring("get".length());
        return new MBeanAttributeInfo(
                name, wireType(getter.getReturnType()).getName(), reading.value(), true, false, false, unit(reading));
    }

    private static ImmutableDescriptor unit(Reading reading) {
        return reading.unit().isEmpty()
                ? ImmutableDescriptor.EMPTY_DESCRIPTOR
                : new ImmutableDescriptor("units=" + reading.unit());
    }

    private static MBeanOperationInfo operation(Method method) {
        return new MBeanOperationInfo(
                method.getName(),
                method.getAnnotation(Operation.class).value(),
                Arrays.stream(method.getParameters())
                        .map(MBeanDescription::parameter)
                        .toArray(MBeanParameterInfo[]::new),
                method.getReturnType().getName(),
                MBeanOperationInfo.ACTION);
    }

    private static MBeanParameterInfo parameter(Parameter parameter) {
        return new MBeanParameterInfo(parameter.getName(), parameter.getType().getName(), parameter.getName());
    }

    private static Class<?> wireType(Class<?> type) {
        if (type == long.class || type == int.class) {
            return Long.class;
        }
        if (type == boolean.class) {
            return Boolean.class;
        }
        return List.class.isAssignableFrom(type) ? TabularData.class : String.class;
    }
}
