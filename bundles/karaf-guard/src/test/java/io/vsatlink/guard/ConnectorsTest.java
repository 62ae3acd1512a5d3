/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import javax.management.Query;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
    private static final String LOADER = "javax.management.loading.MLet";

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Connectors connectors = new Connectors(server);
    private final ObjectName connector = name("connector:name=rmi");
    private final ObjectName bean = name("host:type=Bean");
    private final Bean beanItself = new Bean();
    private JMXConnectorServer door;

    /** An MBean to read and to listen to. */
    public interface BeanMBean {
        String getSecret();
    }

    /** The implementation. */
    public static final class Bean extends NotificationBroadcasterSupport implements BeanMBean {
        @Override
        public String getSecret() {
            return "s3cret";
        }
    }

    @BeforeEach
    void setUp() throws Exception {
        server.registerMBean(beanItself, bean);
    }

    @AfterEach
    void stop() throws Exception {
        door.stop();
    }

    @Test
    void withoutTheGuardEveryUserCanMakeTheHostLoadClasses() throws Exception {
        openDoor();

        try (JMXConnector client = comeIn()) {
            client.getMBeanServerConnection().createMBean(LOADER, name("evil:type=loader"));
        }

        assertThat(server.isRegistered(name("evil:type=loader"))).isTrue();
    }

    @Test
    void aLaterConnectorCreatesAndRemovesNoMBean() throws Exception {
        connectors.open();
        openDoor();

        assertClosed();
    }

    @Test
    void anExistingConnectorCreatesAndRemovesNoMBean() throws Exception {
        openDoor();
        connectors.open();

        assertClosed();
    }

    @Test
    void aReregisteredConnectorIsRestrictedAgain() throws Exception {
        connectors.open();
        openDoor();
        server.unregisterMBean(connector);
        door.stop();
        openDoor();

        assertClosed();
    }

    private void assertClosed() throws Exception {
        try (JMXConnector client = comeIn()) {
            MBeanServerConnection jmx = client.getMBeanServerConnection();

            assertThat(jmx.getAttribute(bean, "Secret")).isEqualTo("s3cret");
            assertThat(jmx.queryNames(name("host:*"), null)).containsExactly(bean);
            assertThat(jmx.queryNames(name("host:*"), Query.isInstanceOf(Query.value(Bean.class.getName()))))
                    .containsExactly(bean);
            CompletableFuture<String> heard = new CompletableFuture<>();
            jmx.addNotificationListener(bean, (told, handback) -> heard.complete(told.getMessage()), null, null);
            beanItself.sendNotification(new Notification("changed", bean, 1, "hello"));
            assertThat(heard).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("hello");
            assertThatThrownBy(() -> jmx.createMBean(LOADER, name("evil:type=loader")))
                    .isInstanceOf(SecurityException.class)
                    .hasMessage("MBeans can't be created or removed through JMX");
            assertThatThrownBy(() -> jmx.createMBean(LOADER, name("evil:type=loader"), new Object[0], new String[0]))
                    .isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> jmx.unregisterMBean(bean)).isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> jmx.queryNames(null, Query.match(Query.attr("Secret"), Query.value("s3*"))))
                    .isInstanceOf(SecurityException.class)
                    .hasMessage("MBeans can be queried by name and class only");
        }
        assertThat(server.queryNames(name("evil:*"), null)).isEmpty();
        assertThat(server.isRegistered(bean)).isTrue();
    }

    /** Like Karaf: registered first, then started. */
    private void openDoor() throws Exception {
        door = JMXConnectorServerFactory.newJMXConnectorServer(
                new JMXServiceURL("service:jmx:rmi://127.0.0.1"), Map.of(), server);
        server.registerMBean(door, connector);
        door.start();
    }

    private JMXConnector comeIn() throws Exception {
        JMXConnector client = door.toJMXConnector(Map.of());
        client.connect();
        return client;
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
