/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.fleet;

import io.vsatlink.api.duty.Container;
import io.vsatlink.api.duty.Containers;
import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.StoreException;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ReadingException;
import io.vsatlink.runtime.ThreadsEnd;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records this container's settings for the others, while there are others. */
@Component(
        service = {},
        immediate = true)
public final class SettingsRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsRecorder.class);
    private static final long LOOKED_EVERY_SECONDS = 10;

    private final Containers containers;
    private final ContainerSettings recorded;
    private final ScheduledThreadPoolExecutor thread;

    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<ParameterPage> pages;

    @Activate
    public SettingsRecorder(@Reference Containers containers, @Reference ElementMemory memory) {
        this.containers = containers;
        this.recorded = new ContainerSettings(memory);
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread one = new Thread(work, "vsatlink-settings");
            one.setDaemon(true);
            return one;
        });
        var unused = thread.scheduleWithFixedDelay(this::look, 1, LOOKED_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            List<Container> working =
                    containers.all().stream().filter(Container::works).toList();
            if (working.size() > 1) {
                working.stream().filter(Container::here).findFirst().ifPresent(here -> record(here.name()));
            }
        } catch (StoreException e) {
            LOG.debug("The settings are not recorded; the next attempt follows", e);
        } catch (RuntimeException e) {
            LOG.error("The settings of this container could not be recorded", e);
        }
    }

    private void record(String here) {
        SortedMap<SettingPlace, String> settings = settings();
        if (!settings.equals(recorded.of(List.of(here)).get(here))) {
            recorded.record(here, settings);
        }
    }

    private SortedMap<SettingPlace, String> settings() {
        SortedMap<SettingPlace, String> settings = new TreeMap<>();
        for (ParameterPage page : pages) {
            Look look = new Look();
            page.parameters().stream()
                    .filter(Parameter::writable)
                    .forEach(parameter -> settings.put(
                            new SettingPlace(page.title().type(), page.title().name(), parameter.key()),
                            value(page, parameter, look)));
        }
        return settings;
    }

    private static String value(ParameterPage page, Parameter parameter, Look look) {
        try {
            Object value = page.value(parameter, look);
            return value == null ? "" : value.toString();
        } catch (ReadingException e) {
            return e.getMessage();
        }
    }

    @Deactivate
    void deactivate() {
        ThreadsEnd.of(thread, "The record of settings");
    }
}
