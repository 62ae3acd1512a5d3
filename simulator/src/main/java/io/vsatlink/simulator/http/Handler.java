/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;

/** Answers a call. An IOException drops the connection, as the JDK's server does with one. */
@FunctionalInterface
public interface Handler {
    void handle(Call call) throws IOException;
}
