/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import io.vsatlink.access.http.HostNames;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/** The servlet context of the console on the host's HTTP service, which separates it from the host's own pages. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = ConsoleContext.NAME, path = ConsoleContext.PATH)
public final class ConsoleContext extends ServletContextHelper {
    static final String NAME = "io.vsatlink.console";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    /** The path of the console. */
    static final String PATH = "/vsatlink";

    private final HostNames names;

    @Activate
    public ConsoleContext(@Reference HostNames names) {
        this.names = names;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return names.admit(request, response);
    }
}
