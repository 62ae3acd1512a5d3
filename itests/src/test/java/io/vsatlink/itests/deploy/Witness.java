/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.deploy;

import io.vsatlink.itests.update.LastRecord;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;

/**
 * The activator of an unrelated bundle. It watches the bundles that existed before it and reports changes by JMX. A
 * restart or refresh of it is visible in {@link WitnessMBean#getBorn}.
 */
public final class Witness implements BundleActivator, SynchronousBundleListener, WitnessMBean {
    static final String NAME = "witness:type=Witness";

    private final String born = UUID.randomUUID().toString();
    private final List<String> disturbances = new CopyOnWriteArrayList<>();
    private long self;

    @Override
    public void start(BundleContext context) throws BundleException {
        self = context.getBundle().getBundleId();
        context.addBundleListener(this);
        try {
            server().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            throw new BundleException("no witness", e);
        }
    }

    @Override
    public void stop(BundleContext context) throws BundleException {
        context.removeBundleListener(this);
        try {
            server().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            throw new BundleException("the witness is gone already", e);
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getBundle().getBundleId() <= self) {
            disturbances.add(event.getBundle() + ": event " + event.getType());
        }
    }

    @Override
    public String getBorn() {
        return born;
    }

    @Override
    public String[] getDisturbances() {
        return disturbances.toArray(String[]::new);
    }

    @Override
    public void displaceTheLastRecord() {
        LastRecord.displace();
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
