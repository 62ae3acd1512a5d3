/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import io.vsatlink.access.Caller;
import io.vsatlink.access.HostAccess;
import io.vsatlink.access.LoginRefused;
import io.vsatlink.access.http.HostNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/** The context on the host's HTTP service. Access requires the name and password of a user who may read the MBeans. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = MetricsContext.NAME, path = MetricsContext.PATH)
public final class MetricsContext extends ServletContextHelper {
    static final String NAME = "io.vsatlink.metrics";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    /** The path on the host's HTTP service. */
    static final String PATH = "/vsatlink/metrics";

    private static final String BASIC = "Basic ";

    private final HostAccess host;
    private final HostNames names;

    @Activate
    public MetricsContext(@Reference HostAccess host, @Reference HostNames names) {
        this.host = host;
        this.names = names;
    }

    /** A user name and its password. */
    private record Credentials(String user, String password) {}

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!names.admit(request, response)) {
            return false;
        }
        Optional<Credentials> given = credentials(request.getHeader("Authorization"));
        if (given.isEmpty()) {
            askForThem(response);
            return false;
        }
        try {
            Caller caller = new Caller(Caller.Door.METRICS, request.getRemoteAddr());
            host.logIn(given.get().user(), given.get().password(), caller);
            request.setAttribute(REMOTE_USER, given.get().user());
            return true;
        } catch (LoginRefused e) {
            if (e.status() == HttpServletResponse.SC_UNAUTHORIZED) {
                askForThem(response);
            } else {
                if (e.retryAfterSeconds() > 0) {
                    response.setHeader("Retry-After", Long.toString(e.retryAfterSeconds()));
                }
                response.sendError(e.status(), e.getMessage());
            }
            return false;
        }
    }

    private static void askForThem(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"VsatLink\", charset=\"UTF-8\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static Optional<Credentials> credentials(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String[] words = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return words.length == 2 ? Optional.of(new Credentials(words[0], words[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // not valid Base64, so it contains no credentials
            return Optional.empty();
        }
    }
}
