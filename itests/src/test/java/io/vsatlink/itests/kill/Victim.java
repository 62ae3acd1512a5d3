/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.nio.file.Path;
import javax.management.MBeanServerConnection;

/** A container as a process of its own, to be killed and started again on the same data. Its element is {@code uat}. */
interface Victim extends AutoCloseable {

    /**
     * Starts it and waits until JMX answers.
     *
     * @throws IllegalStateException where it ends instead
     */
    void start() throws Exception;

    /** The process that runs the bundles; while {@link #start} runs, too. */
    ProcessHandle process() throws Exception;

    /** Ends it at once, and comes back when it is gone. */
    void kill() throws Exception;

    MBeanServerConnection jmx() throws Exception;

    /** The folder of the database. */
    Path database();

    /** The folder of the exported files. */
    Path files();

    @Override
    void close();
}
