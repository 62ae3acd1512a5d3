/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.poll;

import io.vsatlink.api.dataset.Dataset;
import io.vsatlink.kit.element.AccessSettings;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.login.Access;
import io.vsatlink.remote.login.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The element's settings in force, in the form that its parts need.
 *
 * @param access address and credentials for the login; empty while a required setting is missing or invalid
 * @param missing the name of that setting; empty for none
 * @param profile the name of the vendor profile's file; empty for the built-in one
 * @param limits the settings of all datasets; empty while one of them is missing or invalid
 * @param polling the row of each dataset; absent while one of its values is missing or invalid
 */
public record SatprovSettings(
        Optional<Access> access,
        String missing,
        String profile,
        Optional<PollLimits> limits,
        Map<Dataset, PollSettings> polling) {

    /** The initial state. */
    public static final SatprovSettings NONE =
            new SatprovSettings(Optional.empty(), "", "", Optional.empty(), Map.of());

    private static final List<String> LIMITS =
            List.of("parallelPages", "requestsPerSecond", "deletionLimitPercent", "fullPollInterval");

    /**
     * A row of the Polling Settings.
     *
     * @param enabled State
     * @param interval the polling interval
     * @param itemsPerPage the page size
     */
    public record PollSettings(boolean enabled, Duration interval, int itemsPerPage) {}

    /**
     * The settings of all datasets of the element.
     *
     * @param parallelPages pages in flight at once
     * @param requestsPerSecond pages requested per second, 0 for no limit
     * @param deletionLimitPercent of a dataset's rows that one poll may remove without a person's consent
     * @param fullPollInterval the longest time between two polls of a whole listing
     */
    public record PollLimits(
            int parallelPages, long requestsPerSecond, int deletionLimitPercent, Duration fullPollInterval) {}

    /** @param etc the folder of the files that settings name; null if the host has none */
    public static SatprovSettings of(Values values, Path etc) {
        String missing = missing(values);
        Map<Dataset, PollSettings> polling = new EnumMap<>(Dataset.class);
        for (Dataset dataset : Dataset.values()) {
            String row = dataset.key() + ".";
            if (values.has(row + "state") && values.has(row + "interval") && values.has(row + "itemsPerPage")) {
                polling.put(
                        dataset,
                        new PollSettings(
                                values.on(row + "state"),
                                values.duration(row + "interval"),
                                Math.toIntExact(values.number(row + "itemsPerPage"))));
            }
        }
        return new SatprovSettings(
                missing.isEmpty() ? Optional.of(access(values, etc)) : Optional.empty(),
                missing,
                values.text("profile"),
                limits(values),
                Map.copyOf(polling));
    }

    private static Optional<PollLimits> limits(Values values) {
        return LIMITS.stream().allMatch(values::has)
                ? Optional.of(new PollLimits(
                        Math.toIntExact(values.number("parallelPages")),
                        values.number("requestsPerSecond"),
                        Math.toIntExact(values.number("deletionLimitPercent")),
                        values.duration("fullPollInterval")))
                : Optional.empty();
    }

    private static String missing(Values values) {
        return values.missing(
                Stream.concat(AccessSettings.MAY_BE_EMPTY.stream(), Stream.of("profile")),
                Stream.concat(Stream.of("host", "port", "apiUsername", "apiPassword"), LIMITS.stream()));
    }

    private static Access access(Values values, Path etc) {
        Map<String, Object> secrets = AccessSettings.secrets(values);
        return new Access(
                AccessSettings.endpoint(values, etc),
                new Credentials(values.text("apiUsername"), values.text("apiPassword"), secrets, secrets.keySet()));
    }
}
