/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.AttributeChangeNotification;
import javax.management.MBeanNotificationInfo;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the readings that have notifications with the values that were sent last. For one thread. */
final class ChangeTeller {
    static final MBeanNotificationInfo INFO = new MBeanNotificationInfo(
            new String[] {AttributeChangeNotification.ATTRIBUTE_CHANGE},
            AttributeChangeNotification.class.getName(),
            "A change of a status or of the health");

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTeller.class);

    private final ParameterPage page;
    private final ObjectName name;
    private final ParameterMBean mbean;
    private final Map<Parameter, Object> told = new LinkedHashMap<>();
    private long sequence;

    ChangeTeller(ParameterPage page, ObjectName name, ParameterMBean mbean) {
        this.page = page;
        this.name = name;
        this.mbean = mbean;
        List<Parameter> notified = page.parameters().stream()
                .filter(parameter -> page.notified().contains(parameter.attribute()))
                .toList();
        Look look = Look.at(notified.stream());
        notified.forEach(parameter -> told.put(parameter, read(parameter, look)));
    }

    void look() {
        Look look = Look.at(told.keySet().stream());
        for (Map.Entry<Parameter, Object> entry : told.entrySet()) {
            Object now = read(entry.getKey(), look);
            Object before = entry.setValue(now);
            if (!now.equals(before)) {
                String attribute = entry.getKey().attribute();
                mbean.sendNotification(new AttributeChangeNotification(
                        name,
                        ++sequence,
                        System.currentTimeMillis(),
                        "%s: %s (was %s)".formatted(attribute, now, before),
                        attribute,
                        entry.getKey().type().getName(),
                        before,
                        now));
            }
        }
    }

    private Object read(Parameter parameter, Look look) {
        try {
            return page.value(parameter, look);
        } catch (ReadingException e) {
            LOG.debug("{} can't be reported", parameter.key(), e);
            return "";
        }
    }
}
