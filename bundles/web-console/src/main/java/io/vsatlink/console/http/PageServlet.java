/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import io.vsatlink.access.http.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the static files of the page. They are the same for everybody and contain no data. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(ConsoleContext.SELECT)
@HttpWhiteboardServletName(ConsoleContext.NAME + ".page")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/page/";
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    /**
     * The files by path, {@code /console.js}. They are kept in memory, so that many slow clients need no memory each.
     */
    private final transient Map<String, byte[]> files = new HashMap<>();

    private final String version;

    @Activate
    public PageServlet(BundleContext context) throws IOException {
        Bundle bundle = context.getBundle();
        this.version = "\"" + Long.toHexString(bundle.getLastModified()) + "\"";
        for (URL file : Collections.list(bundle.findEntries(FOLDER, "*.*", true))) {
            String path = file.getPath();
            try (InputStream in = file.openStream()) {
                files.put(path.substring(path.indexOf(FOLDER) + FOLDER.length() - 1), in.readAllBytes());
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> file = found(request, response);
        if (file.isPresent()) {
            Exchange.begin(request, response, WITHIN).answer(file.get());
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        found(request, response).ifPresent(file -> response.setContentLength(file.length));
    }

    /** TRACE would return the headers of a call, including the cookie. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    /** Returns the requested file after setting its headers; empty if the call has been answered without a file. */
    private Optional<byte[]> found(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            // without the final slash, the page would look for its files in the parent folder; a relative address works
            // for every requested host
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", request.getContextPath() + "/");
            return Optional.empty();
        }
        String name = path.equals("/") ? "/index.html" : path;
        byte[] file = files.get(name);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return Optional.empty();
        }
        response.setHeader("ETag", version);
        response.setHeader("Cache-Control", "no-cache");
        if (version.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return Optional.empty();
        }
        response.setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        return Optional.of(file);
    }
}
