/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import io.vsatlink.access.Roles;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.login.Login;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All calls of the API that need a session, with the object that answers each. A service. Thread-safe. */
@Component(service = AllCalls.class)
public final class AllCalls {
    private static final Set<String> FILES = Set.of(RowCalls.FILE, RecordingCalls.FILE);

    private final Map<String, Api.Answer> answers = new HashMap<>();

    @Activate
    public AllCalls(
            @Reference Login login, @Reference Roles roles, @Reference Ports ports, @Reference Ticketing ticketing) {
        List<Api> parts = List.of(
                new ElementCalls(ports, roles),
                new ParameterCalls(ports, roles),
                new RowCalls(ports, ticketing),
                new CircuitCalls(ports),
                new TicketCalls(ticketing),
                new RelatedTickets(ports, ticketing),
                new LogReadings(ticketing, roles),
                new RecordingCalls(ports, roles),
                new ContainerCalls(ports),
                new SessionCalls(login, roles));
        parts.forEach(part -> answers.putAll(part.answers()));
    }

    /** Whether a call is answered with a file, which may be large. */
    public boolean isFile(String call) {
        return FILES.contains(call);
    }

    /** @param call the method and path: {@code "GET /elements"} */
    public Optional<Api.Answer> answer(String call) {
        return Optional.ofNullable(answers.get(call));
    }
}
