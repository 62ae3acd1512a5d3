package io.vsatlink.api.store;

/** The database is being opened for the first time since the start. Nothing is wrong; it is there soon, or says why not. */
public final class StoreOpeningException extends StoreException {
    private static final long serialVersionUID = 1L;

    public StoreOpeningException(String message) {
        super(message);
    }
}
