/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import io.vsatlink.testkit.felix.FelixProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.management.MBeanServerConnection;

/** A plain Felix. */
final class FelixVictim implements Victim {
    private final FelixProcess felix;

    FelixVictim(Path data, int vendorPort) throws IOException {
        felix = new FelixProcess(data, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dkaraf.data=" + data);
        configure(Element.configurations(vendorPort, files()));
    }

    /** @param configurations by PID */
    FelixVictim(Path data, Map<String, Map<String, String>> configurations) throws IOException {
        felix = new FelixProcess(data, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dkaraf.data=" + data);
        configure(configurations);
    }

    private void configure(Map<String, Map<String, String>> configurations) throws IOException {
        for (Map.Entry<String, Map<String, String>> each : configurations.entrySet()) {
            felix.etc().write(each.getKey(), each.getValue());
        }
    }

    @Override
    public void start() throws IOException {
        felix.start();
    }

    @Override
    public ProcessHandle process() {
        return felix.handle();
    }

    @Override
    public void kill() throws InterruptedException {
        felix.kill();
    }

    @Override
    public MBeanServerConnection jmx() throws IOException {
        return felix.jmx();
    }

    @Override
    public Path database() {
        return felix.data().resolve("vsatlink/db");
    }

    @Override
    public Path files() {
        return felix.data().resolve("files");
    }

    @Override
    public void close() {
        felix.close();
    }
}
