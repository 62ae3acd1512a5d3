/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.call;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer that is a file.
 *
 * @param name the name of the file
 * @param type the media type
 */
public record Download(String name, String type, Content content) {

    /** Writes the file as a stream, so that it may be large. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }
}
