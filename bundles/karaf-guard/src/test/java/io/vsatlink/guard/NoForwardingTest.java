/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class NoForwardingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path cache;

    private final SshServer ssh = SshServer.setUpDefaultServer();
    private final SshClient client = SshClient.setUpDefaultClient();
    private Framework host;

    @BeforeEach
    void start() throws Exception {
        host = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
        host.start();
        // as Karaf configures it
        ssh.setHost("127.0.0.1");
        ssh.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        ssh.setPasswordAuthenticator((user, password, session) -> true);
        ssh.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.stop();
        ssh.stop();
        host.stop();
        host.waitForStop(LIMIT.toMillis());
    }

    @Test
    void withoutTheGuardEveryUserReachesServicesOnLoopback() throws Exception {
        host.getBundleContext().registerService(SshServer.class, ssh, null);
        ssh.start();

        assertThat(reachesThrough()).isTrue();
        assertThat(listensForThem()).isTrue();
    }

    @Test
    void aLaterServerForwardsNothing() throws Exception {
        new NoForwarding(host.getBundleContext()).open();
        host.getBundleContext().registerService(SshServer.class, ssh, null);
        ssh.start();

        assertThat(reachesThrough()).isFalse();
        assertThat(listensForThem()).isFalse();
    }

    @Test
    void aRunningServerForwardsNothingFromThenOn() throws Exception {
        host.getBundleContext().registerService(SshServer.class, ssh, null);
        ssh.start();
        new NoForwarding(host.getBundleContext()).open();

        assertThat(reachesThrough()).isFalse();
        assertThat(listensForThem()).isFalse();
    }

    /** Tries {@code ssh -L} to a port of the host that listens on loopback only. */
    private boolean reachesThrough() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ClientSession session = comeIn();
                ServerSocket service = new ServerSocket(0, 1, loopback)) {
            SshdSocketAddress entrance = session.startLocalPortForwarding(
                    new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", service.getLocalPort()));
            service.setSoTimeout(2_000);
            try (Socket caller = new Socket(loopback, entrance.getPort());
                    Socket called = service.accept()) {
                return called.isConnected();
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Tries {@code ssh -R}. */
    private boolean listensForThem() throws Exception {
        try (ClientSession session = comeIn()) {
            SshdSocketAddress bound = session.startRemotePortForwarding(
                    new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", 9));
            return bound.getPort() > 0;
        } catch (SshException e) {
            return false;
        }
    }

    private ClientSession comeIn() throws IOException {
        ClientSession session = client.connect("viewer", "127.0.0.1", ssh.getPort())
                .verify(LIMIT)
                .getSession();
        session.addPasswordIdentity("any");
        session.auth().verify(LIMIT);
        return session;
    }
}
