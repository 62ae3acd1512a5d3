/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.exporter.files;

import java.io.IOException;

/** Publishing failed after the first file got its name: the previous set was changed. */
public final class PublishException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String consequence;
    private final IOException refusal;

    /** @param consequence the current content of the directory, in words that follow a semicolon */
    PublishException(String consequence, IOException refusal) {
        super(refusal.getMessage(), refusal);
        this.consequence = consequence;
        this.refusal = refusal;
    }

    public String consequence() {
        return consequence;
    }

    /** The file system's refusal. */
    public IOException refusal() {
        return refusal;
    }
}
