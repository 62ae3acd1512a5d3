/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** A way of putting a whole body on the wire that no decent server has. The connection ends with it. */
public interface Delivery {
    /** The headers that tell, or do not tell, how long the body is. */
    Map<String, String> framing(int length);

    void send(byte[] body, OutputStream out) throws IOException;
}
