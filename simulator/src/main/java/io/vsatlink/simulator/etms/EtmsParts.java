/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.simulator.etms;

import io.vsatlink.simulator.apigee.Gateway;
import io.vsatlink.simulator.apigee.GatewayPolicy;
import io.vsatlink.simulator.login.Tokens;
import io.vsatlink.simulator.network.Dataset;
import io.vsatlink.simulator.network.Network;
import io.vsatlink.simulator.tickets.DeskRota;
import io.vsatlink.simulator.tickets.ServiceDesk;
import io.vsatlink.simulator.tickets.TicketBooks;
import java.time.Clock;

/** The components of ETMS, including those that tests may inspect and change. */
public record EtmsParts(
        Gateway gateway,
        EtmsAccounts accounts,
        Tokens tokens,
        TicketBooks books,
        ServiceDesk desk,
        DeskRota rota,
        EtmsCalls calls) {

    public static EtmsParts make(EtmsSettings settings, long seed, Network network, Clock clock) {
        Tokens tokens = new Tokens(clock, settings.sessionLifetime());
        Gateway gateway = new Gateway(
                GatewayPolicy.usual(settings.apiKey(), settings.route()),
                tokens,
                EtmsApi.SESSION,
                settings.spikeArrest(),
                settings.quota(),
                System::nanoTime);
        EtmsAccounts accounts = new EtmsAccounts();
        accounts.put(settings.username(), settings.password(), settings.serviceAccount());
        Dataset generated = network.tickets(settings.tickets());
        TicketBooks books = new TicketBooks(generated, clock);
        ServiceDesk desk = new ServiceDesk(seed, books, generated.changeable());
        DeskRota rota = new DeskRota(desk, settings.deskWork());
        return new EtmsParts(gateway, accounts, tokens, books, desk, rota, new EtmsCalls(clock));
    }
}
