/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.apigee;

import io.vsatlink.simulator.http.Call;
import io.vsatlink.simulator.http.Handler;
import io.vsatlink.simulator.login.Tokens;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The gateway in front of the vendor: refuses calls that violate its policy. Thread-safe. */
public final class Gateway {
    private static final int A_MINUTE = 60;

    private final Tokens tokens;
    private final String sessionPath;
    private final SpikeArrest spikes;
    private final CallQuota quota;
    private final Map<ApigeeFault, Integer> refused = new EnumMap<>(ApigeeFault.class);
    private volatile GatewayPolicy policy;

    /**
     * @param sessionPath the path that issues tokens and therefore requires none
     * @param spikesPerMinute 0 for no limit
     * @param quotaPerMinute 0 for no limit
     */
    public Gateway(
            GatewayPolicy policy,
            Tokens tokens,
            String sessionPath,
            int spikesPerMinute,
            int quotaPerMinute,
            LongSupplier nanos) {
        this.policy = policy;
        this.tokens = tokens;
        this.sessionPath = sessionPath;
        this.spikes = new SpikeArrest(spikesPerMinute, nanos);
        this.quota = new CallQuota(quotaPerMinute, A_MINUTE, nanos);
    }

    /** Passes a call to the next handler, or refuses it. */
    public void pass(Call call, Handler next) throws IOException {
        Optional<ApigeeFault> objection = objection(call);
        if (objection.isPresent()) {
            refuse(call, objection.get());
        } else {
            next.handle(call);
        }
    }

    /** Answers with a fault; also used for faults that are detected behind the gateway. */
    public void refuse(Call call, ApigeeFault fault) throws IOException {
        synchronized (refused) {
            refused.merge(fault, 1, Integer::sum);
        }
        fault.answer(call, policy.status(fault));
    }

    private Optional<ApigeeFault> objection(Call call) {
        if (!spikes.admits()) {
            return Optional.of(ApigeeFault.SPIKE_ARREST);
        }
        String key = call.header("x-apikey").orElse("");
        if (key.isEmpty()) {
            return Optional.of(ApigeeFault.KEY_MISSING);
        }
        if (!hasKey(call)) {
            return Optional.of(ApigeeFault.KEY_INVALID);
        }
        if (!quota.admits()) {
            return Optional.of(ApigeeFault.QUOTA);
        }
        if (!policy.routes().contains(call.header("Route-To").orElse(""))) {
            return Optional.of(ApigeeFault.ROUTE_UNKNOWN);
        }
        if (!isUuid(call.header("X-Correlation-Id").orElse(""))) {
            return Optional.of(ApigeeFault.CORRELATION_MISSING);
        }
        return call.path().equals(sessionPath) ? Optional.empty() : tokenObjection(call);
    }

    private Optional<ApigeeFault> tokenObjection(Call call) {
        return switch (tokens.check(call.header("Authorization").orElse(""))) {
            case VALID -> Optional.empty();
            case EXPIRED -> Optional.of(ApigeeFault.TOKEN_EXPIRED);
            case UNKNOWN -> Optional.of(ApigeeFault.TOKEN_INVALID);
        };
    }

    public boolean hasKey(Call call) {
        return policy.apiKeys().contains(call.header("x-apikey").orElse(""));
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    public GatewayPolicy policy() {
        return policy;
    }

    public void replace(GatewayPolicy next) {
        policy = next;
    }

    /** @param perMinute 0 for no limit */
    public void arrestSpikes(int perMinute) {
        spikes.set(perMinute);
    }

    /** @param calls 0 for no limit */
    public void limit(int calls, int seconds) {
        quota.set(calls, seconds);
    }

    /** Refuses every call for this long. */
    public void exhaust(int seconds) {
        quota.exhaust(seconds);
    }

    /** Returns how often each error code was returned since the start or since the last reset. */
    public Map<String, Object> refusals() {
        Map<String, Object> byCode = new LinkedHashMap<>();
        synchronized (refused) {
            refused.forEach(
                    (fault, times) -> byCode.merge(fault.errorCode(), times, (a, b) -> (Integer) a + (Integer) b));
        }
        return byCode;
    }

    public void resetRefusals() {
        synchronized (refused) {
            refused.clear();
        }
    }
}
