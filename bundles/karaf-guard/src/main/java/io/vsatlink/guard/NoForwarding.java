/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.guard;

import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Disables all forwarding in each ssh server of the host: ports in both directions, X11 and the agent. Karaf registers
 * a server before it starts it, so that no server ever forwards.
 */
final class NoForwarding extends ServiceTracker<SshServer, SshServer> {

    NoForwarding(BundleContext context) {
        super(context, SshServer.class, null);
    }

    @Override
    public SshServer addingService(ServiceReference<SshServer> reference) {
        SshServer server = super.addingService(reference);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        return server;
    }
}
