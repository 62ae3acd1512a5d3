/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One client's connection, processed request by request. A run ends with the connection, or when a reply must wait;
 * then the server runs it again later. So several threads use it one after the other, never at the same time.
 */
final class Connection implements Runnable {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final byte[] BAD_REQUEST =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private final SocketServer server;
    private final Site site;
    private final Socket socket;
    private RequestReader requests;
    private OutputStream out;
    private Reply waiting;

    Connection(SocketServer server, Site site, Socket socket) {
        this.server = server;
        this.site = site;
        this.socket = socket;
    }

    @Override
    public void run() {
        boolean parked = false;
        try {
            parked = serve();
        } catch (MalformedRequest e) {
            refuse(e);
        } catch (IOException e) {
            // the client has disconnected, or a fault requires a broken connection, so there is no receiver for an
            // error
        } finally {
            if (!parked) {
                server.drop(this);
            }
        }
    }

    /** Returns whether the timer will run this connection again. */
    private boolean serve() throws IOException {
        if (requests == null) {
            out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
            requests = new RequestReader(new BufferedInputStream(socket.getInputStream()), out);
        }
        boolean open = waiting == null || write(waiting);
        while (open) {
            Optional<Request> request = requests.next();
            if (request.isEmpty()) {
                return false;
            }
            Reply reply = site.take(request.get());
            if (reply.waitMillis() > 0) {
                waiting = reply;
                server.later(this, reply.waitMillis());
                return true;
            }
            open = write(reply);
        }
        return false;
    }

    private boolean write(Reply reply) throws IOException {
        waiting = null;
        boolean open = reply.writeTo(out);
        out.flush();
        return open;
    }

    private void refuse(MalformedRequest e) {
        System.err.println("simulator: " + e.getMessage());
        try {
            out.write(BAD_REQUEST);
            out.flush();
        } catch (IOException gone) {
            System.err.println("simulator: and the client could not be informed: " + gone.getMessage());
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("simulator: a connection did not close: " + e.getMessage());
        }
    }
}
