/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.guard;

import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServerMBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the existing and later JMX connectors and places an {@link ExistingBeans} in front of each. Karaf registers a
 * connector before it starts it, and registers a new one whenever its settings change.
 */
final class Connectors implements NotificationListener {
    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);

    private final MBeanServer server;

    Connectors(MBeanServer server) {
        this.server = server;
    }

    void open() throws JMException {
        server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, this, null, null);
        for (ObjectName each : server.queryNames(null, null)) {
            guard(each);
        }
    }

    void close() throws JMException {
        server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, this);
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification.getType().equals(MBeanServerNotification.REGISTRATION_NOTIFICATION)) {
            guard(((MBeanServerNotification) notification).getMBeanName());
        }
    }

    private void guard(ObjectName name) {
        try {
            if (server.isInstanceOf(name, JMXConnectorServerMBean.class.getName())) {
                server.setAttribute(name, new Attribute("MBeanServerForwarder", ExistingBeans.forwarder()));
            }
        } catch (InstanceNotFoundException e) {
            LOG.debug("{} is already gone and can't be reached", name);
        } catch (JMException e) {
            // no exception: a listener's exception is not passed to the code that registers the MBean
            LOG.error("{} allows every JMX user to create MBeans: {}", name, e.toString());
        }
    }
}
