package io.vsatlink.satprov.login;

/** The Login Status that people see. */
public enum LoginStatus {
    NOT_LOGGED_IN("Not Logged In"),
    LOGGING_IN("Logging In"),
    SUCCESS("Success"),
    FAILED("Failed");

    private final String label;

    LoginStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
