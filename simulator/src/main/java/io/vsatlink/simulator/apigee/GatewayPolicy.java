/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import java.util.List;

/**
 * The checks of the gateway and the status codes of its refusals. Immutable; tests may replace it.
 *
 * @param rateStatus 429 or 500, because installations differ
 * @param tokenStatus 401 or 500
 */
public record GatewayPolicy(List<String> apiKeys, List<String> routes, int rateStatus, int tokenStatus) {

    public GatewayPolicy {
        apiKeys = List.copyOf(apiKeys);
        routes = List.copyOf(routes);
    }

    public static GatewayPolicy usual(String apiKey, String route) {
        return new GatewayPolicy(
                List.of(apiKey), List.of(route), ApigeeFault.QUOTA.status(), ApigeeFault.TOKEN_EXPIRED.status());
    }

    int status(ApigeeFault fault) {
        return switch (fault) {
            case SPIKE_ARREST, QUOTA -> rateStatus;
            case TOKEN_EXPIRED, TOKEN_INVALID -> tokenStatus;
            default -> fault.status();
        };
    }
}
