package io.vsatlink.vendor.http;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;

/** What came back: the status is known, the body streams. To be closed; for one thread. */
public final class Answer implements AutoCloseable {

    /** Told whether the connection is to be distrusted. */
    interface AtClose {
        void closed(boolean broken);
    }

    private final Response response;
    private final AnswerBody body;
    private final AtClose atClose;
    private boolean broken;

    Answer(Response response, AnswerBody body, AtClose atClose) {
        this.response = response;
        this.body = body;
        this.atClose = atClose;
    }

    public int status() {
        return response.getStatus();
    }

    /** The header's value, or null. */
    public String header(String name) {
        return response.getHeaderString(name);
    }

    /**
     * The target of the header Link (RFC 8288) with this relation, which may be relative; null where there is none.
     *
     * @throws IllegalArgumentException where the header can't be understood
     */
    public String link(String relation) {
        try (var loader = new BundleLoader()) {
            Link link = response.getLink(relation);
            return link == null ? null : link.getUri().toString();
        }
    }

    /**
     * The decoded body; its {@link IOException}s are {@link ExchangeException}s. Closing it does nothing: close the
     * answer.
     */
    public InputStream body() {
        return body;
    }

    /** How many decoded bytes of the body have been read. */
    public long bytes() {
        return body.bytes();
    }

    /** How the body began, as far as it has been read: up to 200 bytes. */
    public String head() {
        return body.head();
    }

    /**
     * Reads what is left of the body.
     *
     * @throws IOException where it did not arrive as it was sent: what damaged gzip inflates to is senseless long before
     *     the checksum at its end says so
     */
    public void readOn() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    /** Says that the body is not to be believed: its connection is not used again. */
    public void distrust() {
        broken = true;
    }

    /** Gives the connection back if the body was read to its end; otherwise cuts it, as draining could take minutes. */
    @Override
    public void close() {
        try {
            if (body.atEnd() && !broken) {
                response.close();
            } else {
                ((ClientResponse) response).releaseConnection(false);
            }
        } catch (IOException | ProcessingException e) {
            // the connection is gone already, which is all that was wanted
            broken = true;
        } finally {
            atClose.closed(broken);
        }
    }
}
