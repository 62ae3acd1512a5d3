/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.access.http.CallLimit;
import io.vsatlink.access.http.Exchange;
import io.vsatlink.access.http.Query;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.console.login.Session;
import io.vsatlink.console.view.AllCalls;
import java.io.IOException;
import java.security.PrivilegedActionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The API under {@code /vsatlink/api}. Dispatches a call after checking who the caller is, that they may view, and that
 * a change comes from a page of the console. The body is read only after these checks.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(ConsoleContext.SELECT)
@HttpWhiteboardServletName(ConsoleContext.NAME + ".api")
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletAsyncSupported
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BODY = 100_000;
    /** The calls that need no session. */
    private static final int LONGEST_LOGIN = 4_000;

    private static final Duration BODY_WITHIN = Duration.ofSeconds(10);
    private static final Duration CALL_WITHIN = Duration.ofMinutes(1);
    private static final Duration DOWNLOAD_WITHIN = Duration.ofMinutes(10);

    private final transient ObjectMapper json = new ObjectMapper();
    private final transient SessionDoor door;
    private final transient AllCalls all;
    private final transient Spool spool;
    private final transient CallLimit calls = new CallLimit(16, 64);
    private final transient CallLimit downloads = new CallLimit(2, 8);

    @Activate
    public ApiServlet(BundleContext bundle, @Reference SessionDoor door, @Reference AllCalls all) {
        this.door = door;
        this.all = all;
        this.spool = new Spool(bundle.getDataFile("downloads").toPath());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        String what = request.getMethod() + " "
                + Optional.ofNullable(request.getPathInfo()).orElse("/");
        boolean file = all.isFile(what);
        Exchange exchange = Exchange.begin(request, response, file ? DOWNLOAD_WITHIN : CALL_WITHIN);
        ApiReply reply = new ApiReply(json, spool, exchange, response, what);
        try {
            boolean changes = !request.getMethod().equals("GET");
            if (changes) {
                SameSite.require(request);
            }
            switch (what) {
                case "GET /session" -> reply.with(() -> door.shown(request));
                case "POST /session" -> {
                    String home = request.getContextPath();
                    read(request, exchange, LONGEST_LOGIN, reply, body -> door.begin(request, response, home, body));
                }
                case "DELETE /session" -> {
                    door.require(request, true);
                    reply.with(() -> door.end(request, response));
                }
                default -> {
                    Session session = door.require(request, changes);
                    Api.Answer answer =
                            all.answer(what).orElseThrow(() -> new Refusal(404, "There is no call " + what + "."));
                    enter(session, exchange, file ? downloads : calls);
                    Map<String, String> parameters = Query.of(request.getQueryString());
                    if (changes) {
                        read(
                                request,
                                exchange,
                                LONGEST_BODY,
                                reply,
                                body -> inTheirName(session, answer, new Call(session, parameters, body)));
                    } else {
                        Call call = new Call(session, parameters, json.createObjectNode());
                        reply.with(() -> inTheirName(session, answer, call));
                    }
                }
            }
        } catch (Refusal | IOException | IllegalArgumentException e) {
            reply.with(() -> {
                throw e;
            });
        }
    }

    private static void enter(Session session, Exchange exchange, CallLimit limit) throws Refusal {
        CallLimit.Place place = limit.enter(session.user())
                .orElseThrow(
                        () -> new Refusal(503, "Too many calls are being answered; try again in a few seconds.", 2));
        exchange.atTheEnd(place::leave);
    }

    private Object inTheirName(Session session, Api.Answer answer, Call call) throws Exception {
        try {
            return session.as(() -> answer.to(call));
        } catch (PrivilegedActionException e) {
            if (e.getException() instanceof Refusal refusal) {
                door.tell(session, refusal);
            }
            throw e.getException();
        }
    }

    /** Executes a call after its body has arrived. */
    private interface Work {
        Object with(JsonNode body) throws Exception;
    }

    private void read(HttpServletRequest request, Exchange exchange, int longest, ApiReply reply, Work work)
            throws IOException, Refusal {
        String type = request.getContentType();
        if (type == null || !type.startsWith("application/json")) {
            throw new Refusal(415, "A change must be sent as application/json.");
        }
        exchange.read(longest, BODY_WITHIN, new Exchange.BodyUse() {
            @Override
            public void take(byte[] body) {
                reply.with(() -> work.with(tree(body)));
            }

            @Override
            public void refuse(int status, String why) {
                reply.refuse(status, why);
            }
        });
    }

    private JsonNode tree(byte[] body) throws IOException, Refusal {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Refusal(400, "The body is not valid JSON: " + e.getOriginalMessage());
        }
    }
}
