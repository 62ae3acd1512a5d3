/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.testkit.felix;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A plain Felix as a program: {@code FelixMain <data folder>}. It exits when its standard input ends. */
public final class FelixMain {

    private FelixMain() {}

    /** Prints one line to standard output once our first MBean exists; everything else goes to standard error. */
    public static void main(String... arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        try (FelixHost host = FelixHost.start(Path.of(arguments[0]))) {
            while (!FelixHost.hasMBeans()) {
                Thread.sleep(1);
            }
            out.println("ready in "
                    + (System.currentTimeMillis()
                            - ManagementFactory.getRuntimeMXBean().getStartTime())
                    + " ms");
            while (System.in.read() >= 0) {
                // the parent process is still running
            }
        }
        System.exit(0);
    }
}
