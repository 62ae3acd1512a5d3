/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import io.vsatlink.parameters.Rows;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.NotificationBroadcasterSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exposes a page as an MBean. Only JDK types are sent, including exceptions, so that a plain JMX client needs none of
 * our classes.
 */
final class ParameterMBean extends NotificationBroadcasterSupport implements DynamicMBean {
    private static final Logger LOG = LoggerFactory.getLogger(ParameterMBean.class);

    private final ParameterPage page;
    private final Map<String, Parameter> byAttribute;
    private final MBeanInfo info;

    ParameterMBean(ParameterPage page) {
        super(ChangeTeller.INFO);
        this.page = page;
        this.byAttribute =
                page.parameters().stream().collect(Collectors.toMap(Parameter::attribute, Function.identity()));
        this.info = MBeanDescription.of(page);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return info;
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
        return attribute(name, look(name));
    }

    private Look look(String... names) {
        return Look.at(Arrays.stream(names).map(byAttribute::get).filter(Objects::nonNull));
    }

    private Object attribute(String name, Look look) throws AttributeNotFoundException, MBeanException {
        Parameter parameter = byAttribute.get(name);
        if (parameter == null) {
            throw new AttributeNotFoundException("there is no attribute " + name);
        }
        try {
            Object value = page.value(parameter, look);
            return value instanceof Rows<?> rows ? Tables.of(rows) : value;
        } catch (ReadingException e) {
            throw new MBeanException(null, e.getMessage());
        }
    }

    @Override
    public void setAttribute(Attribute attribute)
            throws AttributeNotFoundException, InvalidAttributeValueException, MBeanException {
        Parameter parameter = byAttribute.get(attribute.getName());
        if (parameter == null || !parameter.writable()) {
            throw new AttributeNotFoundException(attribute.getName() + " can't be set");
        }
        try {
            page.set(
                    parameter,
                    attribute.getValue() == null ? "" : attribute.getValue().toString());
        } catch (BadValueException e) {
            throw new InvalidAttributeValueException(e.getMessage());
        } catch (IOException e) {
            LOG.warn("{} could not be kept", parameter.key(), e);
            throw new MBeanException(null, parameter.key() + " could not be kept: " + e.getMessage());
        }
    }

    /** Reads all attributes in one look, so that a status and its reason belong together. */
    @Override
    public AttributeList getAttributes(String[] names) {
        Look look = look(names);
        AttributeList list = new AttributeList();
        for (String name : names) {
            try {
                list.add(new Attribute(name, attribute(name, look)));
            } catch (AttributeNotFoundException | MBeanException e) {
                LOG.debug("left out of the answer", e);
            }
        }
        return list;
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        AttributeList done = new AttributeList();
        for (Attribute attribute : attributes.asList()) {
            try {
                setAttribute(attribute);
                done.add(new Attribute(attribute.getName(), getAttribute(attribute.getName())));
            } catch (AttributeNotFoundException | InvalidAttributeValueException | MBeanException e) {
                LOG.debug("left out of the answer", e);
            }
        }
        return done;
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature) throws MBeanException {
        try {
            return page.operations().invoke(operation, arguments == null ? new Object[0] : arguments);
        } catch (ReadingException e) {
            throw new MBeanException(null, e.getMessage());
        }
    }
}
