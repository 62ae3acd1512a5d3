/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slow clients on real sockets. The server has few threads, and none of them may wait for a client. */
class ExchangeTest {
    private static final int THREADS = 8;
    private static final int CLIENTS = 60;
    private static final int LARGE = 20_000_000;
    private static final byte[] LARGE_ANSWER = new byte[LARGE];

    private final AtomicInteger over = new AtomicInteger();
    private final List<Socket> clients = new ArrayList<>();
    private final Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private volatile Duration deadline = Duration.ofMinutes(1);

    @SuppressWarnings("serial")
    private final class Echo extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            Exchange exchange = Exchange.begin(request, response, deadline).atTheEnd(over::incrementAndGet);
            boolean large = request.getPathInfo().equals("/large");
            exchange.answer(large ? LARGE_ANSWER : "quick".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Exchange exchange = Exchange.begin(request, response, deadline).atTheEnd(over::incrementAndGet);
            exchange.read(100, Duration.ofSeconds(2), new Exchange.BodyUse() {
                @Override
                public void take(byte[] body) {
                    exchange.answer(body);
                }

                @Override
                public void refuse(int status, String why) {
                    response.setStatus(status);
                    exchange.answer(why.getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    @BeforeEach
    void aServer() throws Exception {
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder echo = new ServletHolder(new Echo());
        echo.setAsyncSupported(true);
        context.addServlet(echo, "/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void allEnds() throws Exception {
        for (Socket client : clients) {
            client.close();
        }
        server.stop();
    }

    @Test
    void slowSendersOccupyNoThread() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nslow");
        }
        assertThat(answer(send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200")
                .endsWith("quick");
    }

    @Test
    void slowReadersOccupyNoThread() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
        Thread.sleep(500);
        assertThat(answer(send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200")
                .endsWith("quick");
        assertThat(over).hasValueLessThan(CLIENTS);
    }

    @Test
    void aBodyThatArrivesInPiecesIsReadCompletely() throws Exception {
        Socket client = send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nConnection: close\r\n\r\n");
        for (char each : "abcdefghij".toCharArray()) {
            Thread.sleep(20);
            client.getOutputStream().write(each);
        }
        assertThat(answer(client)).startsWith("HTTP/1.1 200").endsWith("abcdefghij");
        isOverOnce();
    }

    @Test
    void anEmptyBodyIsABody() throws Exception {
        assertThat(answer(send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 0");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItsEnd() throws Exception {
        String answer =
                answer(send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(500)));
        assertThat(answer).startsWith("HTTP/1.1 413").endsWith("The call is longer than 100 bytes.");
        isOverOnce();
    }

    @Test
    void aBodyThatArrivesTooSlowlyIsRefusedInTime() throws Exception {
        Socket client = send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
        for (int i = 0; i < 30 && client.getInputStream().available() == 0; i++) {
            client.getOutputStream().write('x');
            Thread.sleep(100);
        }
        assertThat(answer(client)).startsWith("HTTP/1.1 408").endsWith("The call did not arrive within 2 seconds.");
    }

    @Test
    void anIncompleteBodyEndsAtTheDeadline() throws Exception {
        deadline = Duration.ofSeconds(1);
        String answer = answer(send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx"));
        assertThat(answer).startsWith("HTTP/1.1 408").contains("Connection: close");
        isOverOnce();
    }

    @Test
    void anAnswerThatIsNotReadInTimeEndsBeforeItsLength() throws Exception {
        deadline = Duration.ofSeconds(1);
        Socket client = send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Thread.sleep(2_000);
        isOverOnce();
        String answer = answer(client);
        assertThat(answer).contains("Content-Length: " + LARGE);
        assertThat(answer.length()).isLessThan(LARGE);
    }

    @Test
    void aClientThatClosesItsConnectionEndsItsExchange() throws Exception {
        Socket client = send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Thread.sleep(200);
        client.close();
        isOverOnce();
    }

    /** The client may receive the answer before the server ends the exchange. */
    private void isOverOnce() throws InterruptedException {
        for (int i = 0; i < 50 && over.get() == 0; i++) {
            Thread.sleep(100);
        }
        assertThat(over).hasValue(1);
    }

    private Socket send(String text) throws IOException {
        Socket client = new Socket();
        clients.add(client);
        client.setReceiveBufferSize(4_096);
        client.setSoTimeout(10_000);
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder answer = new StringBuilder();
        byte[] piece = new byte[65_536];
        try {
            for (int bytes = in.read(piece); bytes >= 0; bytes = in.read(piece)) {
                answer.append(new String(piece, 0, bytes, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection stays open after: " + answer, e);
        } catch (SocketException e) {
            // the server has reset the connection
            return answer.toString();
        }
        return answer.toString();
    }
}
