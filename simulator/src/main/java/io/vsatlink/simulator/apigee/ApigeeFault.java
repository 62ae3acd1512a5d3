/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import io.vsatlink.simulator.http.Call;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The errors of an Apigee gateway. Clients are expected to decide by the error code, not by the status. */
public enum ApigeeFault {
    SPIKE_ARREST(429, "policies.ratelimit.SpikeArrestViolation", "Spike arrest violation. Too many calls at once."),
    QUOTA(429, "policies.ratelimit.QuotaViolation", "Rate limit quota violation. Quota limit  exceeded."),
    TOKEN_EXPIRED(401, "keymanagement.service.access_token_expired", "Access Token expired"),
    TOKEN_INVALID(401, "keymanagement.service.invalid_access_token", "Invalid Access Token"),
    KEY_INVALID(401, "oauth.v2.InvalidApiKey", "Invalid ApiKey"),
    KEY_MISSING(401, "oauth.v2.FailedToResolveAPIKey", "Failed to resolve API Key variable request.header.x-apikey"),
    ACCOUNT_REFUSED(401, "oauth.v2.InvalidClientIdentifier", "The user name or the password is wrong"),
    ACCOUNT_KIND(401, "steps.raisefault.RaiseFault", "serviceAccount is wrong for this account"),
    ROUTE_UNKNOWN(400, "steps.raisefault.RaiseFault", "Route-To is missing or names no environment"),
    CORRELATION_MISSING(400, "steps.raisefault.RaiseFault", "X-Correlation-Id is missing or no UUID"),
    UNAVAILABLE(503, "messaging.adaptors.http.flow.ServiceUnavailable", "The Service is temporarily unavailable"),
    TIMEOUT(504, "messaging.adaptors.http.flow.GatewayTimeout", "Gateway Timeout");

    private final int status;
    private final String errorCode;
    private final String faultString;

    ApigeeFault(int status, String errorCode, String faultString) {
        this.status = status;
        this.errorCode = errorCode;
        this.faultString = faultString;
    }

    public int status() {
        return status;
    }

    public String errorCode() {
        return errorCode;
    }

    /** @param code the complete error code or its last segment; the first match is returned */
    public static Optional<ApigeeFault> named(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.errorCode.equals(code) || fault.errorCode.endsWith("." + code))
                .findFirst();
    }

    public static List<String> errorCodes() {
        return Arrays.stream(values()).map(ApigeeFault::errorCode).distinct().toList();
    }

    /** Returns the error as JSON. */
    public Map<String, Object> body() {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("faultstring", faultString);
        fault.put("detail", Map.of("errorcode", errorCode));
        return Map.of("fault", fault);
    }

    public void answer(Call call, int code) throws IOException {
        call.json(code, body());
    }
}
