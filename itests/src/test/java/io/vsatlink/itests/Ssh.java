package io.vsatlink.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** Runs commands as {@code ssh user@host command} does. */
public final class Ssh implements AutoCloseable {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;

    /**
     * @param exit the exit status
     * @param output what it printed, errors included, without colours
     */
    public record Answer(int exit, String output) {}

    public Ssh(int port) {
        this.port = port;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    /** @throws IOException where the person may not come in */
    public Answer run(String user, String password, String command) throws IOException {
        // one connection a command: Karaf closes it behind each
        try (ClientSession session =
                client.connect(user, "127.0.0.1", port).verify(LIMIT).getSession()) {
            session.addPasswordIdentity(password);
            session.auth().verify(LIMIT);
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

    @Override
    public void close() {
        client.stop();
    }
}
