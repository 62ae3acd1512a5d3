/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vsatlink.api.element.Health;
import io.vsatlink.testkit.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceEvent;
import org.postgresql.PGConnection;

/** Pools of connections to a real server, which accepts the user {@code noc} by password only. */
class PostgreSqlPoolTest {
    private static final String PASSWORD = "planted-right";
    private static final String WRONG = "planted-wrong";

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private PrintStream stderr;
    private Container container;

    @BeforeAll
    static void startServer() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        execute(server.getPostgresDatabase(), "CREATE ROLE noc LOGIN PASSWORD '" + PASSWORD + "'");
        Path rules = Path.of(text(server.getPostgresDatabase(), "SHOW hba_file"));
        Files.writeString(rules, "host all noc all scram-sha-256\nhost all all all trust\n", StandardCharsets.US_ASCII);
        execute(server.getPostgresDatabase(), "SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void start() throws Exception {
        stderr = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        container = new Container(folder);
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
        System.setErr(stderr);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("planted");
    }

    @Test
    void withoutAUrlThereIsNoServiceAndNothingIsWrong() throws Exception {
        container.set("", "noc", PASSWORD);
        assertThat(container.reference()).isEmpty();
        assertThat(container.health().level()).isEqualTo(Health.Level.OK);
        assertThat(container.readings().connectionsIdle()).isZero();
    }

    @Test
    void connectsAndTheSessionHasBoundedWaits() throws Exception {
        container.set(url(""), "noc", PASSWORD);
        try (Connection connection = container.source().getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.unwrap(PGConnection.class).getCopyAPI()).isNotNull();
            assertThat(text(connection, "SELECT current_user")).isEqualTo("noc");
            assertThat(text(connection, "SHOW application_name")).isEqualTo("vsatlink");
            assertThat(text(connection, "SHOW idle_in_transaction_session_timeout"))
                    .isEqualTo("30s");
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
            assertThat(container.readings().connectionsInUse()).isEqualTo(1);
        }
        Await.until("it is idle again", () -> container.readings().connectionsInUse() == 0);
        assertThat(container.health())
                .extracting(Health::level, Health::reason)
                .containsExactly(
                        Health.Level.OK, "Connected to postgresql://127.0.0.1:" + server.getPort() + "/postgres");
    }

    @Test
    void whatTheUrlSaysHasPrecedence() throws Exception {
        container.set(url("?ApplicationName=mine&socketTimeout=7&options=-c%20lock_timeout=1s"), "noc", PASSWORD);
        try (Connection connection = container.source().getConnection()) {
            assertThat(text(connection, "SHOW application_name")).isEqualTo("mine");
            assertThat(text(connection, "SHOW lock_timeout")).isEqualTo("1s");
            assertThat(text(connection, "SHOW idle_in_transaction_session_timeout"))
                    .isEqualTo("0");
            assertThat(connection.getNetworkTimeout()).isEqualTo(7000);
        }
    }

    @Test
    void thePropertiesOfTheServiceLeadNowhere() throws Exception {
        container.set(url(""), "noc", PASSWORD);
        for (String key : container.reference().orElseThrow().getPropertyKeys()) {
            assertThat(key)
                    .isIn("osgi.jndi.service.name", "objectClass", "service.id", "service.bundleid", "service.scope");
        }
    }

    @Test
    void aChangeReplacesTheServiceBeforeItsConnectionsEnd() throws Exception {
        container.set(url(""), "noc", PASSWORD);
        DataSource first = container.source();
        Connection used = first.getConnection();
        List<Boolean> aliveWhileItGoes = new ArrayList<>();
        container.framework().getBundleContext().addServiceListener(event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                aliveWhileItGoes.add(answers(used));
            }
        });

        container.set(url(""), "noc", PASSWORD, "poolSize", "2");
        assertThat(aliveWhileItGoes).containsExactly(true);
        assertThat(container.source()).isNotSameAs(first);
        Await.until("the connection has ended", () -> !answers(used));
        assertThatThrownBy(first::getConnection).isInstanceOf(SQLException.class);
        try (Connection connection = container.source().getConnection()) {
            assertThat(answers(connection)).isTrue();
        }

        DataSource second = container.source();
        container.set(url(""), "noc", PASSWORD, "poolSize", "2");
        assertThat(container.source()).as("nothing has changed").isSameAs(second);

        container.set("", "noc", PASSWORD, "poolSize", "2");
        assertThat(container.reference()).isEmpty();
    }

    @Test
    void aBadUrlLeavesTheOneInForce() throws Exception {
        container.set(url(""), "noc", PASSWORD);
        DataSource inForce = container.source();
        container.set(url("?password=" + WRONG), "noc", PASSWORD);
        assertThat(container.source()).isSameAs(inForce);
        assertThat(container.health().level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(container.readings().configurationProblems())
                .startsWith("databaseUrl: ")
                .doesNotContain("planted");
    }

    @Test
    void theReasonOfARefusalHasNoPasswordAndACorrectedPasswordConnects() throws Exception {
        container.set(url(""), "noc", WRONG);
        assertThatThrownBy(() -> container.source().getConnection())
                .isInstanceOf(SQLException.class)
                .hasStackTraceContaining("password authentication failed")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("planted"));
        assertThat(container.health().level()).isEqualTo(Health.Level.CRITICAL);
        assertThat(container.health().reason())
                .contains("password authentication failed for user \"noc\"")
                .doesNotContain("planted");

        container.set(url(""), "noc", PASSWORD);
        try (Connection connection = container.source().getConnection()) {
            assertThat(answers(connection)).isTrue();
        }
        assertThat(container.health().level()).isEqualTo(Health.Level.OK);
        assertThat(container.changes).extracting(Health::level).contains(Health.Level.CRITICAL);
        assertThat(container.changes).last().extracting(Health::level).isNotEqualTo(Health.Level.CRITICAL);
    }

    @Test
    void anUnreachableDatabaseIsAReasonAndABoundedWait() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        container.set("jdbc:postgresql://127.0.0.1:" + closed + "/vsatlink", "noc", PASSWORD);
        DataSource source = container.source();
        Instant asked = Instant.now();
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(15));
        assertThat(container.health()).extracting(Health::level).isEqualTo(Health.Level.CRITICAL);
        assertThat(container.health().reason())
                .startsWith(
                        "No connection to postgresql://127.0.0.1:" + closed + "/vsatlink: Connection to 127.0.0.1:");
    }

    @Test
    void whoWaitsForAnExhaustedPoolIsCounted() throws Exception {
        container.set(url(""), "noc", PASSWORD, "poolSize", "2");
        DataSource source = container.source();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection one = source.getConnection();
                Connection two = source.getConnection()) {
            assertThat(container.readings().connectionsInUse()).isEqualTo(2);
            CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> borrows(source), threads);
            Await.until("it waits", () -> container.readings().connectionsWaitedFor() == 1);
            one.close();
            assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(answers(two)).isTrue();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theAddressOfAStandbyIsAServiceOfItsOwn() throws Exception {
        container.set(url(""), "noc", PASSWORD);
        assertThat(container.reference("vsatlink-postgresql-standby")).isEmpty();
        container.set(url(""), "noc", PASSWORD, "readDatabaseUrl", url("?ApplicationName=reader"));
        DataSource standby = container
                .framework()
                .getBundleContext()
                .getService(container.reference("vsatlink-postgresql-standby").orElseThrow());
        assertThat(text(standby, "SHOW application_name")).isEqualTo("reader");
        assertThat(text(container.source(), "SHOW application_name")).isEqualTo("vsatlink");
        container.set(url(""), "noc", PASSWORD);
        assertThat(container.reference("vsatlink-postgresql-standby")).isEmpty();
        assertThat(container.reference()).isPresent();
    }

    @Test
    void noThreadRemains() throws Exception {
        container.set(url(""), "noc", PASSWORD);
        container.source().getConnection().close();
        container.close();
        Await.until("the threads have ended", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("vsatlink-postgresql")));
    }

    private static String url(String parameters) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres" + parameters;
    }

    private static boolean borrows(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return answers(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean answers(Connection connection) {
        try {
            return text(connection, "SELECT 'yes'").equals("yes");
        } catch (SQLException e) {
            return false;
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String text(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return text(connection, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
