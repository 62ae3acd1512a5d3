/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.metrics;

import io.vsatlink.access.http.CallLimit;
import io.vsatlink.access.http.Exchange;
import io.vsatlink.parameters.ParameterPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the readings of all elements that exist at the moment of the request. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(MetricsContext.SELECT)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
@SuppressWarnings("serial") // a servlet of a bundle is never serialized
public final class MetricsServlet extends HttpServlet {
    /** Version 0.0.4 of Prometheus' text format. */
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final transient CallLimit calls = new CallLimit(4, 16);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private transient volatile List<ParameterPage> pages = List.of();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CallLimit.Place> place = calls.enter(String.valueOf(request.getRemoteUser()));
        if (place.isEmpty()) {
            response.setHeader("Retry-After", "2");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Too many calls are being answered.");
            return;
        }
        Exchange exchange = Exchange.begin(request, response, WITHIN).atTheEnd(place.get()::leave);
        Exposition exposition = PageSamples.of(pages);
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        exchange.answer(exposition.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(TYPE);
    }

    /** TRACE would return the headers of a call, including the password. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
