package io.vsatlink.metrics;

import io.vsatlink.parameters.ParameterPage;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The readings of all elements that there are at the moment. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(MetricsContext.SELECT)
@HttpWhiteboardServletPattern("/*")
@SuppressWarnings("serial") // nobody serialises a servlet of a bundle
public final class MetricsServlet extends HttpServlet {
    /** Version 0.0.4 of Prometheus' text format. */
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private transient volatile List<ParameterPage> pages = List.of();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exposition exposition = new Exposition();
        for (ParameterPage page : pages) {
            new PageSamples(page).addTo(exposition);
        }
        response.setContentType(TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Writer writer = response.getWriter();
        writer.write(exposition.text());
    }
}
