/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** A way of sending a complete body that violates HTTP. The connection ends with it. */
public interface Delivery {
    /** Returns the headers that state the length of the body, if any. */
    Map<String, String> framing(int length);

    void send(byte[] body, OutputStream out) throws IOException;
}
