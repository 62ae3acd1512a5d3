/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vsatlink.access.http.Exchange;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.console.call.Download;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.parameters.BadValueException;
import io.vsatlink.parameters.ReadingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to a call: JSON, a file, or a refusal with its sentence. */
final class ApiReply {
    private static final Logger LOG = LoggerFactory.getLogger(ApiReply.class);

    private final ObjectMapper json;
    private final Spool spool;
    private final Exchange exchange;
    private final HttpServletResponse response;
    private final String what;

    /** @param what the requested method and path */
    ApiReply(ObjectMapper json, Spool spool, Exchange exchange, HttpServletResponse response, String what) {
        this.json = json;
        this.spool = spool;
        this.exchange = exchange;
        this.response = response;
        this.what = what;
    }

    /** Answers with the result of the work, or with a refusal if it fails. */
    void with(Callable<Object> work) {
        try {
            send(work.call());
        } catch (Refusal e) {
            if (e.retryAfterSeconds() > 0) {
                response.setHeader("Retry-After", Long.toString(e.retryAfterSeconds()));
            }
            refuse(e.status(), e.getMessage());
        } catch (BadValueException | IllegalArgumentException e) {
            refuse(HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        } catch (ReadingException e) {
            refuse(HttpServletResponse.SC_CONFLICT, e.getMessage());
        } catch (StoreException e) {
            refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.getMessage());
        } catch (IOException e) {
            LOG.debug("a file could not be written", e);
            refuse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage());
        } catch (Exception e) {
            // the outermost call. Its failures are above, so this is a fault of ours, and the host would answer with a
            // stack
            // trace. It is not narrower because work in a person's name is declared to throw Exception
            LOG.error("{} met an error", what, e);
            refuse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "internal error, see the log: " + e);
        }
    }

    void refuse(int status, String why) {
        response.setStatus(status);
        answer(Map.of("error", Optional.ofNullable(why).orElse("The call failed.")));
    }

    private void send(Object answer) throws IOException {
        if (answer instanceof Download file) {
            Spool.Spooled content = spool.spool(file.content());
            response.setContentType(file.type());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            exchange.answer(content.in(), content.length());
        } else {
            answer(answer);
        }
    }

    private void answer(Object answer) {
        response.setContentType("application/json;charset=utf-8");
        try {
            exchange.answer(json.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
