/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vsatlink.itests.Ssh;
import io.vsatlink.testkit.Await;
import io.vsatlink.testkit.Bean;
import io.vsatlink.testkit.karaf.KarafProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** A Karaf with the assembly, with JMX, a shell and the files. */
final class Console implements AutoCloseable {
    private static final Path BUNDLES = Path.of("../bundles");
    private static final Map<String, Path> PROFILES = Map.of(
            "profile",
            BUNDLES.resolve(
                    "satprov-connector/src/main/resources/io/vsatlink/satprov/remote/satellite-provisioning.json"),
            "etms",
            BUNDLES.resolve("etms-connector/src/main/resources/io/vsatlink/etms/connection/etms.json"));
    private static final String USER = "ada";
    private static final String PASSWORD = "ada-test-password";

    private final KarafProcess karaf;
    private final Ssh ssh;
    private JMXConnector connector;
    private MBeanServerConnection jmx;

    Console(String name) throws Exception {
        karaf = KarafProcess.unpack(Path.of(System.getProperty("assembly.tar")), name);
        for (Map.Entry<String, Path> profile : PROFILES.entrySet()) {
            for (String which : List.of("first-", "second-")) {
                Files.copy(profile.getValue(), karaf.home().resolve("etc").resolve(which + profile.getKey() + ".json"));
            }
        }
        for (String store : List.of("first.p12", "second.p12")) {
            keyStore(karaf.home().resolve("etc").resolve(store));
        }
        certificates();
        karaf.addUser(USER, PASSWORD, List.of("ssh", "admin", "manager", "viewer"));
        ssh = new Ssh(karaf.sshPort());
    }

    /** A key store without a key: a setting's check only looks at the format. */
    private static void keyStore(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "planted-secret-1".toCharArray());
        }
    }

    /** Two of the JVM's trusted certificates. */
    private static void certificates() throws Exception {
        Path folder = Files.createDirectories(Documented.CERTIFICATES);
        KeyStore trusted = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib/security/cacerts").toFile(), (char[]) null);
        Iterator<String> names = trusted.aliases().asIterator();
        for (String name : List.of("a.pem", "b.pem")) {
            byte[] certificate = trusted.getCertificate(names.next()).getEncoded();
            Files.writeString(
                    folder.resolve(name),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(certificate)
                            + "\n-----END CERTIFICATE-----\n");
        }
    }

    KarafProcess karaf() {
        return karaf;
    }

    MBeanServerConnection jmx() {
        return jmx;
    }

    void start() throws Exception {
        karaf.start();
        connector = karaf.connect(USER, PASSWORD);
        jmx = connector.getMBeanServerConnection();
        Await.until("the shell", this::answers);
    }

    void restart() throws Exception {
        connector.close();
        karaf.stop();
        start();
    }

    Bean bean(String keys) throws Exception {
        return Bean.of(jmx, keys);
    }

    Object attribute(String keys, String name) throws Exception {
        return jmx.getAttribute(bean(keys).name(), name);
    }

    /** Whether ssh is available, which starts after JMX. */
    private boolean answers() {
        try {
            return ssh.run(USER, PASSWORD, "shell:date").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The output of a command that must succeed. */
    String shell(String line) throws IOException {
        Ssh.Answer answer = ssh.run(USER, PASSWORD, line);
        assertEquals(0, answer.exit(), line + ": " + answer.output());
        return answer.output();
    }

    /** The output of a command that must fail. */
    String refusal(String line) throws IOException {
        Ssh.Answer answer = ssh.run(USER, PASSWORD, line);
        assertEquals(1, answer.exit(), line + ": " + answer.output());
        return answer.output();
    }

    /** The settings shown by {@code vsat:parameter-list}, by element and key. */
    Map<String, String> list() throws IOException {
        Map<String, String> values = new HashMap<>();
        shell("vsat:parameter-list")
                .lines()
                .map(line -> line.split("[|\u2502]", -1))
                .filter(cells -> cells.length == 5)
                .forEach(cells -> values.put(cells[0].strip() + " " + cells[1].strip(), cells[2].strip()));
        return values;
    }

    Properties file(String name) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(karaf.read("etc/" + name)));
        return properties;
    }

    @Override
    public void close() throws Exception {
        ssh.close();
        karaf.close();
    }
}
