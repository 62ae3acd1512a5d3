/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.roles;

import java.io.EOFException;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.Query;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Attempts to exceed one's role with Karaf's own commands and services. */
final class Intrusions {
    static final String PASSWORDS = "etc/users.properties";

    /** Each reads a file, shows a setting, calls Java or writes. */
    static final List<String> BY_SHELL = List.of(
            "shell:cat " + PASSWORDS,
            "shell:less " + PASSWORDS,
            "shell:grep . " + PASSWORDS,
            "shell:head " + PASSWORDS,
            "shell:tail " + PASSWORDS,
            "shell:sort " + PASSWORDS,
            "shell:wc " + PASSWORDS,
            "shell:nano " + PASSWORDS,
            "shell:source " + PASSWORDS,
            "shell:ls etc",
            "shell:exec id",
            "shell:java -version",
            "shell:set",
            "($.context bundle 0)",
            "x = $.session; $x getClass",
            "vsat:status > etc/written-by-shell",
            "config:list",
            "config:property-list --pid io.vsatlink.satprov~uat",
            "config:property-set --pid org.apache.karaf.shell sftpEnabled true",
            "bundle:install file:/tmp/any.jar",
            "bundle:stop -f io.vsatlink.karaf-guard",
            "feature:uninstall vsatlink-karaf-guard",
            "jaas:realm-list",
            "log:display",
            "ssh:ssh 127.0.0.1",
            "system:property karaf.home",
            "try { shell:cat " + PASSWORDS + " } { shell:cat " + PASSWORDS + " }");

    private static final SshdSocketAddress ANY_PORT = new SshdSocketAddress("127.0.0.1", 0);

    private final Scene scene;

    Intrusions(Scene scene) {
        this.scene = scene;
    }

    boolean opensSftp(Person person) throws IOException {
        try (ClientSession session = scene.session(person)) {
            return opensSftp(session);
        }
    }

    private static boolean opensSftp(ClientSession session) throws IOException {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            return sftp.isOpen();
        } catch (EOFException | SshException e) {
            // the server closed the channel before or while the client wrote to it
            return false;
        }
    }

    /** The command that {@code scp} runs on the server. */
    String readsByScp(Person person) throws IOException {
        return scene.shell(person, "scp -f " + PASSWORDS).output();
    }

    /** Tries {@code ssh -L}. */
    boolean reachesThrough(Person person) throws IOException {
        return scene.forwards(person);
    }

    /** Tries {@code ssh -R}, with which the container would listen. */
    boolean letsIn(Person person) throws IOException {
        try (ClientSession session = scene.session(person)) {
            return session.startRemotePortForwarding(ANY_PORT, ANY_PORT).getPort() > 0;
        } catch (SshException e) {
            return false;
        }
    }

    /** Tries to load classes from a URL. */
    void loadsClasses(Person person) throws Exception {
        jmx(person)
                .createMBean(
                        "javax.management.loading.MLet",
                        new ObjectName("intruder:person=" + person),
                        new Object[] {new URL[0]},
                        new String[] {URL[].class.getName()});
    }

    void removesAnMBean(Person person) throws Exception {
        jmx(person).unregisterMBean(new ObjectName("io.vsatlink:" + JmxDeeds.LOCATIONS));
    }

    void asksByValue(Person person) throws Exception {
        jmx(person).queryNames(null, Query.match(Query.attr("Reason"), Query.value("*")));
    }

    String readsAPassword(Person person) throws Exception {
        Map<?, ?> properties = (Map<?, ?>) call(person, "config", "listProperties", "io.vsatlink.satprov~uat");
        return (String) properties.get("apiPassword");
    }

    void opensSsh(Person person) throws Exception {
        Object unused = call(person, "config", "setProperty", "org.apache.karaf.shell", "sftpEnabled", "true");
    }

    void installsABundle(Person person) throws Exception {
        Object unused = call(person, "bundle", "install", "file:/tmp/any.jar");
    }

    private Object call(Person person, String type, String operation, String... arguments)
            throws IOException, JMException {
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        return jmx(person)
                .invoke(new ObjectName("org.apache.karaf:type=" + type + ",name=root"), operation, arguments, types);
    }

    private MBeanServerConnection jmx(Person person) throws IOException {
        return scene.jmx(person);
    }
}
