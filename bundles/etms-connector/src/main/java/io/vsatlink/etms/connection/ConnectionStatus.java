package io.vsatlink.etms.connection;

/** The Connection Status. */
public enum ConnectionStatus {
    NOT_CONFIGURED("Not Configured"),
    CONNECTING("Connecting"),
    CONNECTED("Connected"),
    AUTHENTICATION_FAILED("Authentication Failed"),
    UNREACHABLE("Unreachable"),
    DISABLED("Disabled");

    private final String label;

    ConnectionStatus(String label) {
        this.label = label;
    }

    /** The words that people see. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
