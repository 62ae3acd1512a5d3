/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.ticketing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.ops4j.pax.tinybundles.TinyBundles;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The activator of a platform bundle that knows ETMS elements only by their events. */
public final class Subscriber implements BundleActivator, EventHandler, SubscriberMBean {
    static final String NAME = "subscriber:type=Subscriber";

    private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();
    private BundleContext bundle;

    /** Packs it as a bundle. */
    static void pack(Path jar) throws IOException {
        try (InputStream packed = TinyBundles.bundle()
                .symbolicName("subscriber")
                .activator(Subscriber.class)
                .addClass(Subscriber.class)
                .addClass(SubscriberMBean.class)
                .setHeader("Bundle-ManifestVersion", "2")
                .setHeader(
                        "Import-Package",
                        "javax.management,org.osgi.framework;version=\"[1.8,2)\",org.osgi.service.event;version=\"[1.3,2)\"")
                .build(TinyBundles.rawBuilder())) {
            Files.copy(packed, jar);
        }
    }

    @Override
    public void start(BundleContext context) throws BundleException {
        bundle = context;
        context.registerService(
                EventHandler.class, this, new Hashtable<>(Map.of(EventConstants.EVENT_TOPIC, "io/vsatlink/etms/*")));
        try {
            server().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            throw new BundleException("nobody can ask what was heard", e);
        }
    }

    @Override
    public void stop(BundleContext context) throws BundleException {
        try {
            server().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            throw new BundleException("the MBean is gone already", e);
        }
    }

    @Override
    public void handleEvent(Event event) {
        Map<String, String> properties = new TreeMap<>();
        for (String name : event.getPropertyNames()) {
            properties.put(name, String.valueOf(event.getProperty(name)));
        }
        heard.add(properties);
    }

    @Override
    public List<Map<String, String>> getHeard() {
        return new ArrayList<>(heard);
    }

    @Override
    public void post(String topic, Map<String, String> properties) {
        bundle.getService(bundle.getServiceReference(EventAdmin.class)).postEvent(new Event(topic, properties));
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
