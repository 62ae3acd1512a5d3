/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.kinds;

import io.vsatlink.kit.kinds.Kind.Reply;
import io.vsatlink.testkit.http.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What may become of a page on its way. */
enum Trouble {
    /** The connection breaks in the midst of the body, once. */
    CUT(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            int length = reply.body().getBytes(StandardCharsets.UTF_8).length;
            RawServer.raw(
                    out,
                    "HTTP/1.1 " + reply.status() + "\r\n" + reply.headers() + "Content-Length: " + length + "\r\n\r\n"
                            + reply.body().substring(0, reply.body().length() / 2));
            return false;
        }
    },
    /** As {@link #CUT}, where no length shows it. */
    CUT_WITHOUT_LENGTH(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            RawServer.raw(
                    out,
                    "HTTP/1.1 " + reply.status() + "\r\n" + reply.headers() + "Connection: close\r\n\r\n"
                            + reply.body().substring(0, reply.body().length() / 2));
            return false;
        }
    },
    ERROR_500(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.status(out, "500 Oops", "");
        }
    },
    ERROR_503_IN_HTML(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.status(out, "503 Busy", "<html>Busy</html>");
        }
    },
    NO_ANSWER(true) {
        @Override
        boolean send(Reply reply, OutputStream out) {
            return false;
        }
    },
    CUT_IN_CHUNKS(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            String half = reply.body().substring(0, reply.body().length() / 2);
            int length = half.getBytes(StandardCharsets.UTF_8).length;
            RawServer.raw(
                    out,
                    "HTTP/1.1 " + reply.status() + "\r\n" + reply.headers() + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(length) + "\r\n" + half + "\r\n");
            return false;
        }
    },
    /** The length is that of a part. */
    SHORT_LENGTH(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            RawServer.send(out, reply.status(), reply.headers(), Arrays.copyOf(body, body.length / 2));
            return false;
        }
    },
    BYTE_ORDER_MARK(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            String body = reply.body().startsWith("\uFEFF") ? reply.body() : "\uFEFF" + reply.body();
            return RawServer.send(out, reply.status(), reply.headers(), body.getBytes(StandardCharsets.UTF_8));
        }
    },
    NO_UTF_8(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            byte[] body = reply.body().replace("ali", "al\u00ff").getBytes(StandardCharsets.ISO_8859_1);
            return RawServer.send(out, reply.status(), reply.headers(), body);
        }
    },
    NOTHING(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.send(out, "200 OK", reply.headers(), new byte[0]);
        }
    },
    FORBIDDEN(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.status(out, "403 Forbidden", "");
        }
    },
    REDIRECT(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.send(out, "302 Found", "Location: http://127.0.0.2/circuits\r\n", new byte[0]);
        }
    },
    TOO_MUCH(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            byte[] body = (reply.body() + "}").getBytes(StandardCharsets.UTF_8);
            return RawServer.send(out, reply.status(), reply.headers(), body);
        }
    },
    TOO_FAST(true) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.send(out, "429 Slow", "Retry-After: 0\r\n", new byte[0]);
        }
    },
    HTML(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.json(out, "<!DOCTYPE html><html><title>Maintenance</title><p>Sorry!</html>");
        }
    },
    OTHER_JSON(false) {
        @Override
        boolean send(Reply reply, OutputStream out) throws IOException {
            return RawServer.send(
                    out, reply.status(), reply.headers(), "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8));
        }
    };

    private final boolean passes;

    Trouble(boolean passes) {
        this.passes = passes;
    }

    /** Whether it comes once only, and the same call is good afterwards. */
    boolean passes() {
        return passes;
    }

    /** @return false where the connection is to be closed */
    abstract boolean send(Reply reply, OutputStream out) throws IOException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
