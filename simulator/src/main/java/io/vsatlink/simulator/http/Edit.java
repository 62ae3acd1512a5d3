/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;

/** Changes the body of an answer before it is compressed. */
@FunctionalInterface
public interface Edit {
    byte[] apply(byte[] body) throws IOException;
}
