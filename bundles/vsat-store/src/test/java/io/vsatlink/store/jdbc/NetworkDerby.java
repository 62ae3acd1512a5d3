package io.vsatlink.store.jdbc;

import io.vsatlink.store.dialect.ServiceDatabase;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.derby.drda.NetworkServerControl;
import org.apache.derby.jdbc.ClientDataSource;

/** A Derby network server in a process of its own, with one database that several containers can reach. */
final class NetworkDerby implements AutoCloseable {
    private final Process server;
    private final int port;

    NetworkDerby(Path folder) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        File output = Files.createTempFile(folder, "server", ".txt").toFile();
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dderby.system.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        NetworkServerControl.class.getName(),
                        "start",
                        "-p",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        ClientDataSource creating = source(port);
        creating.setCreateDatabase("create");
        for (boolean up = false; !up; ) {
            up = answers(creating);
            if (!up && !server.isAlive()) {
                throw new IOException("the server said: " + Files.readString(output.toPath()));
            }
        }
    }

    private static boolean answers(DataSource source) throws InterruptedException {
        try {
            source.getConnection().close();
            return true;
        } catch (SQLException e) {
            Thread.sleep(50);
            return false;
        }
    }

    private static ClientDataSource source(int port) {
        ClientDataSource source = new ClientDataSource();
        source.setServerName("localhost");
        source.setPortNumber(port);
        source.setDatabaseName("vsat");
        return source;
    }

    int port() {
        return port;
    }

    DataSource source() {
        return source(port);
    }

    /** As a container reaches it. */
    ServiceDatabase database() {
        return database(port);
    }

    static ServiceDatabase database(int port) {
        return ServiceDatabase.open("shared", source(port), Duration.ofSeconds(30), () -> {});
    }

    @Override
    public void close() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }
}
