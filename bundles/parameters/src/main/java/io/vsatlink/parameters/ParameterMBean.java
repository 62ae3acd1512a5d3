package io.vsatlink.parameters;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InvalidAttributeValueException;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows settings, readings and operations of an element as one MBean. What goes over the wire are JDK types only, so
 * that a plain JMX client needs none of our classes, exceptions included.
 */
public final class ParameterMBean implements DynamicMBean {
    private static final Logger LOG = LoggerFactory.getLogger(ParameterMBean.class);

    /** How long a setter waits for its value to be in force; the container needs some milliseconds. */
    private static final Duration IN_FORCE_WITHIN = Duration.ofSeconds(2);

    private final Map<String, SettingDefinition> settings;
    private final ParameterSource source;
    private final ReadingSet readings;
    private final MBeanInfo info;

    /**
     * @param description one sentence on the element
     * @param settings the attributes that can be written; empty for none
     * @param source where they come from and go to
     * @param readings the getters and operations beside them
     */
    public ParameterMBean(
            String description, List<SettingDefinition> settings, ParameterSource source, ReadingSet readings) {
        this.settings = settings.stream().collect(Collectors.toMap(SettingDefinition::attribute, Function.identity()));
        this.source = source;
        this.readings = readings;
        this.info = MBeanDescription.of(description, settings, readings);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return info;
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
        SettingDefinition setting = settings.get(name);
        if (setting == null) {
            return readings.read(name);
        }
        String value = setting.shown(source.values().get(setting.key()).orElse(null));
        if (value == null) {
            return setting.kind() == Kind.INTEGER || setting.kind() == Kind.TRUE_FALSE ? null : "";
        }
        return switch (setting.kind()) {
            case INTEGER -> Long.valueOf(value);
            case TRUE_FALSE -> Boolean.valueOf(value);
            default -> value;
        };
    }

    @Override
    public void setAttribute(Attribute attribute)
            throws AttributeNotFoundException, InvalidAttributeValueException, MBeanException {
        SettingDefinition setting = settings.get(attribute.getName());
        if (setting == null) {
            throw new AttributeNotFoundException(attribute.getName() + " can't be set");
        }
        String text = attribute.getValue() == null ? "" : attribute.getValue().toString();
        try {
            source.set(setting, text);
            awaitInForce(setting, text);
        } catch (BadValueException e) {
            throw new InvalidAttributeValueException(e.getMessage());
        } catch (IOException e) {
            LOG.warn("{} could not be kept", setting.key(), e);
            throw new MBeanException(null, setting.key() + " could not be kept: " + e.getMessage());
        }
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList list = new AttributeList();
        for (String name : names) {
            try {
                list.add(new Attribute(name, getAttribute(name)));
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
    public Object invoke(String operation, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        return readings.invoke(operation, arguments == null ? new Object[0] : arguments);
    }

    /** So that whoever sets a value and reads it back, as JConsole does, sees what he set. */
    private void awaitInForce(SettingDefinition setting, String text) {
        if (setting.secret() || SettingCatalog.isPlaceholder(text)) {
            return;
        }
        long deadline = System.nanoTime() + IN_FORCE_WITHIN.toNanos();
        while (!inForce(setting, text) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean inForce(SettingDefinition setting, String text) {
        try {
            String wanted = setting.judge(text, key -> source.values().text(key));
            String expected = wanted.isEmpty() ? setting.defaultValue() : wanted;
            return source.values().text(setting.key()).equals(expected);
        } catch (BadValueException e) {
            return true;
        }
    }
}
