package io.vsatlink.api.event;

/** The topics we send. Each event carries {@link EventProperties#ELEMENT}. */
public final class Topics {

    /**
     * A poll of a dataset ended: {@code dataset}, {@code outcome}, {@code generation}, {@code items}, {@code added},
     * {@code changed}, {@code removed}.
     */
    public static final String DATASET_POLLED = "io/vsatlink/satprov/DATASET_POLLED";

    /**
     * An element fell idle after at least one poll ended: for each enabled dataset {@code <dataset>.outcome},
     * {@code <dataset>.generation} and {@code <dataset>.age} (seconds since the last success, -1 for never).
     */
    public static final String POLL_COMPLETED = "io/vsatlink/satprov/POLL_COMPLETED";

    /** An export ended: {@code outcome}, {@code directory}, {@code rows}. */
    public static final String EXPORTED = "io/vsatlink/exporter/EXPORTED";

    private Topics() {}
}
