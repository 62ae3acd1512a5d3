/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;

/** Answers a call. An IOException closes the connection, as in the JDK's server. */
@FunctionalInterface
public interface Handler {
    void handle(Call call) throws IOException;
}
