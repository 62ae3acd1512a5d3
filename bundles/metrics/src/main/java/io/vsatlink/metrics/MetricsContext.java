package io.vsatlink.metrics;

import io.vsatlink.metrics.HostLogin.Person;
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

/** Our place on the host's HTTP service, and who is let in: by name and password, of those who may read the MBeans. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = MetricsContext.NAME, path = MetricsContext.PATH)
public final class MetricsContext extends ServletContextHelper {
    static final String NAME = "io.vsatlink.metrics";
    static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";

    /** Where it is found. */
    static final String PATH = "/vsatlink/metrics";

    private static final String BASIC = "Basic ";

    private final HostLogin login = new HostLogin();
    private final Readers readers;

    @Activate
    public MetricsContext(@Reference Readers readers) {
        this.readers = readers;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> person = person(request.getHeader("Authorization"));
        if (person.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"VsatLink\", charset=\"UTF-8\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return false;
        }
        if (!readers.include(person.get().roles())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return true;
    }

    private Optional<Person> person(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String[] words = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return words.length == 2 ? login.ask(words[0], words[1]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // no Base64: it names nobody
            return Optional.empty();
        }
    }
}
