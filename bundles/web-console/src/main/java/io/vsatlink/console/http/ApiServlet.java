package io.vsatlink.console.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Download;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.console.login.Login;
import io.vsatlink.console.login.Roles;
import io.vsatlink.console.login.Session;
import io.vsatlink.console.view.CircuitCalls;
import io.vsatlink.console.view.ElementCalls;
import io.vsatlink.console.view.ParameterCalls;
import io.vsatlink.console.view.Ports;
import io.vsatlink.console.view.RowCalls;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.ReadingException;
import java.io.IOException;
import java.security.PrivilegedActionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API under {@code /vsatlink/api}: lets a call through to who answers it, once it is clear who calls, that he may see,
 * and that a change comes from a page of ours.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(ConsoleContext.SELECT)
@HttpWhiteboardServletName(ConsoleContext.NAME + ".api")
@HttpWhiteboardServletPattern("/api/*")
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
    private static final int LONGEST_BODY = 100_000;

    private final transient ObjectMapper json = new ObjectMapper();
    private final transient Login login;
    private final transient SessionCookie cookie = new SessionCookie();
    private final transient Map<String, Api.Answer> answers = new HashMap<>();

    @Activate
    public ApiServlet(@Reference Login login, @Reference Roles roles, @Reference Ports ports) {
        this.login = login;
        List<Api> parts = List.of(
                new ElementCalls(ports, roles),
                new ParameterCalls(ports, roles),
                new RowCalls(ports),
                new CircuitCalls(ports));
        parts.forEach(part -> answers.putAll(part.answers()));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            send(response, answer(request, response));
        } catch (Refusal e) {
            if (e.retryAfterSeconds() > 0) {
                response.setHeader("Retry-After", Long.toString(e.retryAfterSeconds()));
            }
            refuse(response, e.status(), e.getMessage());
        } catch (BadValueException | IllegalArgumentException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        } catch (ReadingException e) {
            refuse(response, HttpServletResponse.SC_CONFLICT, e.getMessage());
        } catch (StoreException e) {
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.getMessage());
        } catch (IOException e) {
            // the browser has gone, or a file can't be written
            LOG.debug("a call ended early", e);
            refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage());
        } catch (Exception e) {
            // the outermost run of a call
            LOG.error("{} {} met an error", request.getMethod(), request.getPathInfo(), e);
            refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "an error of our own, see the log: " + e);
        }
    }

    private Object answer(HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean changes = !request.getMethod().equals("GET");
        if (changes) {
            SameSite.require(request);
        }
        String what = request.getMethod() + " "
                + Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (what.equals("POST /session")) {
            return begin(request, response);
        }
        String token = cookie.of(request);
        Optional<Session> known = login.session(token, request.getHeader("X-Only-News") == null);
        if (what.equals("GET /session")) {
            return known.map(SessionShown::of).orElse(SessionShown.NOBODY);
        }
        Session session = known.orElseThrow(() -> new Refusal(401, "Nobody is logged in, or the session is over."));
        if (changes && !session.csrfToken().equals(request.getHeader("X-CSRF-Token"))) {
            throw new Refusal(403, "This call does not come from a page of the web console.");
        }
        if (what.equals("DELETE /session")) {
            login.end(token);
            cookie.clear(request, response);
            return Map.of();
        }
        Api.Answer answer = answers.get(what);
        if (answer == null) {
            throw new Refusal(404, "There is no call " + what + ".");
        }
        Call call = new Call(session, parameters(request), changes ? body(request) : json.createObjectNode());
        return asThePerson(session, answer, call);
    }

    private static Object asThePerson(Session session, Api.Answer answer, Call call) throws Exception {
        try {
            return session.as(() -> answer.to(call));
        } catch (PrivilegedActionException e) {
            throw e.getException();
        }
    }

    private Object begin(HttpServletRequest request, HttpServletResponse response) throws IOException, Refusal {
        JsonNode body = body(request);
        String token =
                login.begin(body.path("user").asText(), body.path("password").asText(), request.getRemoteAddr());
        cookie.set(request, response, token);
        return SessionShown.of(login.session(token, true).orElseThrow());
    }

    /** What a page is told of who uses it. */
    private record SessionShown(String user, List<String> roles, String csrfToken) {
        static final SessionShown NOBODY = new SessionShown(null, List.of(), null);

        static SessionShown of(Session session) {
            return new SessionShown(
                    session.user(), session.roles().stream().sorted().toList(), session.csrfToken());
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        return parameters;
    }

    private JsonNode body(HttpServletRequest request) throws IOException, Refusal {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.startsWith("application/json")) {
            throw new Refusal(415, "A change is told as application/json.");
        }
        byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new Refusal(413, "The call is longer than " + LONGEST_BODY + " bytes.");
        }
        try {
            return json.readTree(bytes);
        } catch (JacksonException e) {
            throw new Refusal(400, "This is no JSON: " + e.getOriginalMessage());
        }
    }

    private void send(HttpServletResponse response, Object answer) throws IOException {
        if (answer instanceof Download file) {
            response.setContentType(file.type());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            file.content().write(response.getOutputStream());
            return;
        }
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(json.writeValueAsBytes(answer));
    }

    private void refuse(HttpServletResponse response, int status, String why) throws IOException {
        if (response.isCommitted()) {
            // half a download: it must not look like a whole one
            throw new IOException(why);
        }
        // the headers stay: a refusal is guarded like everything else
        response.resetBuffer();
        response.setStatus(status);
        send(response, Map.of("error", why));
    }
}
