/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.jdbc;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.derby.drda.NetworkServerControl;
import org.apache.derby.jdbc.ClientDataSource;

/** A Derby network server in a separate process, whose databases several containers can reach. It ends with this JVM. */
final class NetworkDerby {
    private static NetworkDerby started;

    private final Process server;
    private final int port;

    private NetworkDerby(Path folder) throws IOException, InterruptedException {
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
        while (!answers()) {
            if (!server.isAlive()) {
                throw new IOException("the server said: " + Files.readString(output.toPath()));
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static synchronized NetworkDerby server() throws IOException, InterruptedException {
        if (started == null) {
            started = new NetworkDerby(
                    Files.createTempDirectory(Path.of("target"), "derby").toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(started.server::destroyForcibly));
        }
        return started;
    }

    /** Creates a database and returns its address, by which other processes find it. */
    static String createAddress() throws IOException, InterruptedException, SQLException {
        String address = server().port + "-" + UUID.randomUUID();
        ClientDataSource creating = source(address);
        creating.setCreateDatabase("create");
        creating.getConnection().close();
        return address;
    }

    static ClientDataSource source(String address) {
        ClientDataSource source = new ClientDataSource();
        source.setServerName("localhost");
        source.setPortNumber(Integer.parseInt(address.substring(0, address.indexOf('-'))));
        source.setDatabaseName(address);
        return source;
    }
}
