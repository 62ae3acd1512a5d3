/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.command;

import io.vsatlink.parameters.ElementSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** An element in the configuration, whether or not its bundle is running. */
record ConfiguredElement(String name) {
    private static final String OURS = "(service.pid=io.vsatlink.*)";

    /** The PIDs of its configurations, including that of its exporter. */
    List<String> pids(ConfigurationAdmin configurations) {
        try {
            Configuration[] found = configurations.listConfigurations(OURS);
            return Stream.of(found == null ? new Configuration[0] : found)
                    .filter(each -> ElementSettings.nameOf(FrameworkUtil.asMap(each.getProperties()))
                            .equals(name))
                    .map(Configuration::getPid)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter", e);
        }
    }
}
