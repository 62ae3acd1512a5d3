/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters.jmx;

import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.Surfaces;
import io.vsatlink.runtime.ThreadsEnd;
import java.util.Hashtable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.DynamicMBean;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Registers each page as an MBean service, which the host's JMX whiteboard picks up, and as a {@link ParameterPage}.
 * One thread sends changes to JMX listeners, so that a slow listener never blocks an element.
 */
@Component(service = Surfaces.class)
public final class JmxSurfaces implements Surfaces {
    private static final String DOMAIN = "io.vsatlink";

    private final ExecutorService teller = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
                Thread thread = new Thread(task, "vsatlink-jmx-changes");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public Showing show(BundleContext bundle, ParameterPage page, ChangeSignal changes) {
        ObjectName name = objectName(page.title());
        ParameterMBean mbean = new ParameterMBean(page);
        ChangeTeller changeTeller = new ChangeTeller(page, name, mbean);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("jmx.objectname", name.toString());
        ServiceRegistration<?> registered = bundle.registerService(DynamicMBean.class.getName(), mbean, properties);
        ServiceRegistration<?> port = bundle.registerService(ParameterPage.class, page, null);
        AtomicBoolean due = new AtomicBoolean();
        Runnable listener = () -> {
            if (due.compareAndSet(false, true)) {
                teller.execute(() -> {
                    due.set(false);
                    changeTeller.look();
                });
            }
        };
        changes.add(listener);
        return () -> {
            changes.remove(listener);
            port.unregister();
            registered.unregister();
        };
    }

    @Deactivate
    void deactivate() {
        ThreadsEnd.of(teller, "The notifications by JMX");
    }

    /** Quotes the value only if necessary. */
    private static ObjectName objectName(ParameterPage.Title title) {
        String name = DOMAIN + ":type=" + title.type()
                + (title.name().isEmpty() ? "" : ",name=" + quoted(title.name()))
                + (title.row().isEmpty() ? "" : ",dataset=" + title.row());
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._-]+") ? value : ObjectName.quote(value);
    }
}
