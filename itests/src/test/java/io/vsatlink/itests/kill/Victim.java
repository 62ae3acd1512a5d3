/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.itests.kill;

import java.nio.file.Path;
import javax.management.MBeanServerConnection;

/** A container as a separate process that is killed and restarted with the same data. Its element is {@code uat}. */
interface Victim extends AutoCloseable {

    /**
     * Starts it and waits until JMX answers.
     *
     * @throws IllegalStateException if it exits instead
     */
    void start() throws Exception;

    /** The process that runs the bundles; also available during {@link #start}. */
    ProcessHandle process() throws Exception;

    /** Kills it and waits until it has exited. */
    void kill() throws Exception;

    MBeanServerConnection jmx() throws Exception;

    /** The database folder. */
    Path database();

    /** The export directory. */
    Path files();

    @Override
    void close();
}
