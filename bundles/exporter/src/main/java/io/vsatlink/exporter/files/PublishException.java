package io.vsatlink.exporter.files;

import java.io.IOException;

/** Publishing failed after the first file got its name: the set before is not as it was. */
public final class PublishException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String consequence;
    private final IOException refusal;

    /** @param consequence what stands in the directory now, in words that follow a semicolon */
    PublishException(String consequence, IOException refusal) {
        super(refusal.getMessage(), refusal);
        this.consequence = consequence;
        this.refusal = refusal;
    }

    public String consequence() {
        return consequence;
    }

    /** What the file system refused. */
    public IOException refusal() {
        return refusal;
    }
}
