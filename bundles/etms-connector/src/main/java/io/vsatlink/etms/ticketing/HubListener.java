package io.vsatlink.etms.ticketing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events of a TMF621 server. A listener of our own, because most hosts have no HTTP service, and because all
 * that it does is to note an id: one path that nobody can guess, one call at a time, small limits.
 */
final class HubListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubListener.class);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_HEADERS = 16 * 1024;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final ServerSocket socket;
    private final String path;
    private final Consumer<String> notified;

    private HubListener(ServerSocket socket, Consumer<String> notified) {
        this.socket = socket;
        this.notified = notified;
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        this.path = "/" + HexFormat.of().formatHex(secret);
        Thread thread = new Thread(this::serve, "vsatlink-etms-hub");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Listens at the address of this machine that leads to a server, on any port.
     *
     * @param notified given the id of a ticket that something happened to
     */
    static HubListener reachableFrom(URI server, Consumer<String> notified) throws IOException {
        int port = server.getPort() >= 0 ? server.getPort() : server.getScheme().equals("https") ? 443 : 80;
        InetAddress own;
        try (Socket way = new Socket()) {
            way.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_MILLIS);
            own = way.getLocalAddress();
        }
        return new HubListener(new ServerSocket(0, 10, own), notified);
    }

    /** Where events are to be sent. */
    String callback() {
        String host = socket.getInetAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + socket.getLocalPort() + path;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket call = socket.accept()) {
                call.setSoTimeout(PATIENCE_MILLIS);
                answer(new BufferedInputStream(call.getInputStream()), call.getOutputStream());
            } catch (IOException e) {
                LOG.debug("A call to the hub's listener ended early", e);
            } catch (RuntimeException e) {
                // the outermost run: a listener that dies would miss every event to come
                LOG.error("the hub's listener met an error", e);
            }
        }
    }

    private void answer(InputStream in, OutputStream out) throws IOException {
        String head = head(in);
        String[] request = head.split("\r?\n", 2)[0].split(" ", -1);
        boolean ours = request.length > 1 && request[0].equals("POST") && request[1].startsWith(path);
        int length = length(head);
        String id = "";
        if (ours && length > 0 && length <= MOST_BYTES) {
            byte[] body = in.readNBytes(length);
            id = JSON.readTree(body).at("/event/troubleTicket/id").asText();
        }
        String status = ours ? "201 Created" : "404 Not Found";
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (!id.isEmpty()) {
            notified.accept(id);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && head.length() < MOST_HEADERS) {
            head.append((char) next);
            if (next == '\n'
                    && (head.toString().endsWith("\r\n\r\n") || head.toString().endsWith("\n\n"))) {
                return head.toString();
            }
            next = in.read();
        }
        throw new IOException("no HTTP request");
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(text -> text.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The hub's listener did not close well", e);
        }
    }
}
