/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.etms;

import io.vsatlink.etms.connection.EtmsApi;
import io.vsatlink.etms.element.ActivityLogs;
import io.vsatlink.etms.element.EtmsElement;
import io.vsatlink.etms.frontend.Frontend;
import io.vsatlink.etms.frontend.Statistics;
import io.vsatlink.etms.request.Backend;
import io.vsatlink.etms.settings.EtmsSettings;
import io.vsatlink.kit.element.ElementParts;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.pace.PatientCaller;

/** The scheduled work of an element under the settings in force. */
record EtmsWork(
        PatientCaller caller,
        Frontend frontend,
        Backend backend,
        Statistics statistics,
        ActivityLogs logs,
        EtmsElement element,
        Ticketings ticketings) {

    void use(ElementParts<EtmsApi> parts, Values values) {
        EtmsSettings next = EtmsSettings.of(values, parts.etc());
        caller.limit(Backend.PARALLEL, next.perSecond());
        element.use(next);
        parts.use(next.profile(), next::applyTo);
        frontend.use(next, ticketings.of(next));
        backend.use(next.frontend() ? "" : next.system(), next.perSecond(), next.hygiene());
        parts.changes().fire();
        parts.runtime().soon();
    }

    void tick(ElementParts<EtmsApi> parts) {
        parts.gate().closeRetired();
        backend.tick();
        frontend.tick();
        if (statistics.refresh(element.system(), element.managedBy())) {
            parts.changes().fire();
        }
    }

    void stop(ElementParts<EtmsApi> parts) {
        parts.stop(backend::stop, frontend::stop, logs::stop, ticketings::close);
    }
}
