/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.http;

import java.io.IOException;

/** A body that is stored compressed or plain. */
@FunctionalInterface
public interface Rendering {
    byte[] bytes(boolean gzip) throws IOException;
}
