/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.guard;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Watches for the ssh servers and JMX connectors of the host. Restrictions stay in place when it is stopped. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Guard implements BundleActivator {
    private final Connectors connectors = new Connectors(ManagementFactory.getPlatformMBeanServer());

    private NoForwarding forwarding;

    @Override
    public void start(BundleContext context) throws JMException {
        forwarding = new NoForwarding(context);
        forwarding.open();
        connectors.open();
    }

    @Override
    public void stop(BundleContext context) throws JMException {
        connectors.close();
        forwarding.close();
    }
}
