/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests;

import io.vsatlink.testkit.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** Runs commands like {@code ssh user@host command}. */
public final class Ssh implements AutoCloseable {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;

    /**
     * @param exit the exit status
     * @param output the printed text including errors, without colours
     */
    public record Answer(int exit, String output) {}

    public Ssh(int port) {
        this.port = port;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    /**
     * Opens a session for features other than commands: {@code sftp}, {@code ssh -L}.
     *
     * @throws IOException if the user may not connect
     */
    public ClientSession comeIn(String user, String password) throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", port).verify(LIMIT).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(LIMIT);
        return session;
    }

    /** Whether {@code ssh -L} reaches a port on the host's loopback interface. */
    public boolean forwards(String user, String password, int to) throws IOException {
        try (ClientSession session = comeIn(user, password);
                ClientChannel tunnel = session.createDirectTcpipChannel(
                        new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", to))) {
            tunnel.open().verify(LIMIT);
            return tunnel.isOpen();
        } catch (SshException e) {
            return false;
        }
    }

    /** @throws IOException if the user may not connect */
    public Answer run(String user, String password, String command) throws IOException {
        // one connection per command: Karaf closes the connection after each
        try (ClientSession session = comeIn(user, password)) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (ClientChannel channel = session.createExecChannel(command)) {
                channel.setOut(output);
                channel.setErr(output);
                channel.open().verify(LIMIT);
                if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT)
                        .contains(ClientChannelEvent.TIMEOUT)) {
                    throw new IOException(command + " does not end");
                }
                String text = output.toString(StandardCharsets.UTF_8);
                return new Answer(
                        channel.getExitStatus(),
                        COLOUR.matcher(text).replaceAll("").strip());
            }
        }
    }

    /**
     * Types lines into an interactive shell, each after the expected text has appeared. The last line must end the
     * shell.
     *
     * @param turns alternately the expected text and the line to type
     * @return the complete output
     */
    public String type(String user, String password, String... turns) throws Exception {
        try (ClientSession session = comeIn(user, password)) {
            ByteArrayOutputStream screen = new ByteArrayOutputStream();
            try (ChannelShell shell = session.createShellChannel()) {
                shell.setOut(screen);
                shell.setErr(screen);
                shell.open().verify(LIMIT);
                OutputStream keyboard = shell.getInvertedIn();
                int seen = 0;
                for (int i = 0; i < turns.length; i += 2) {
                    String wanted = turns[i];
                    int from = seen;
                    Await.until(
                            wanted,
                            () -> screen.toString(StandardCharsets.ISO_8859_1).indexOf(wanted, from) >= 0);
                    seen = screen.size();
                    keyboard.write((turns[i + 1] + "\r").getBytes(StandardCharsets.UTF_8));
                    keyboard.flush();
                }
                shell.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), LIMIT);
            }
            return screen.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
