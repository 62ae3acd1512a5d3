package io.vsatlink.vendor.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a vendor API is spoken. Immutable.
 *
 * @param name what the vendor's system is called in messages, e.g. {@code satellite-provisioning}
 * @param version of this profile, chosen by its author
 * @param headers sent on every call, values with <code>${correlationId}</code>
 * @param listings what can be read page by page, by dataset key
 */
public record VendorProfile(
        String name,
        int version,
        LoginProfile login,
        Map<String, String> headers,
        ErrorProfile errors,
        Map<String, ListingProfile> listings) {

    public VendorProfile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(errors, "errors");
        headers = Ordered.copy(headers);
        listings = Ordered.copy(listings);
    }

    /** The headers of one call. */
    public Map<String, String> headersFor(String correlationId) {
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((header, value) ->
                filled.put(header, Placeholders.fill(value, Map.of(Placeholders.CORRELATION_ID, correlationId))));
        return filled;
    }

    /** Whether the vendor gets to know the correlation id: only then is it of use in a message. */
    public boolean sendsCorrelationId() {
        return headers.values().stream()
                .anyMatch(value -> Placeholders.in(value).contains(Placeholders.CORRELATION_ID));
    }
}
