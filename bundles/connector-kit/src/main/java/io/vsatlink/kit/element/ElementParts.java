/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.kit.element;

import io.vsatlink.api.element.Element;
import io.vsatlink.api.recording.CallRecording;
import io.vsatlink.kit.connection.ConnectionGate;
import io.vsatlink.kit.recording.ElementRecording;
import io.vsatlink.kit.runtime.ElementRuntime;
import io.vsatlink.parameters.ChangeSignal;
import io.vsatlink.parameters.ElementSettings;
import io.vsatlink.parameters.OperationSet;
import io.vsatlink.parameters.ParameterPage;
import io.vsatlink.parameters.ParameterPage.Title;
import io.vsatlink.parameters.ReadingSet;
import io.vsatlink.parameters.Restriction;
import io.vsatlink.parameters.SettingCatalog;
import io.vsatlink.parameters.Surfaces.Showing;
import io.vsatlink.parameters.Values;
import io.vsatlink.remote.RemoteClient;
import io.vsatlink.remote.file.ClientKeys;
import io.vsatlink.remote.file.TrustedCertificates;
import io.vsatlink.remote.login.RefusedLogin;
import io.vsatlink.remote.login.RetryTimer;
import io.vsatlink.remote.profile.file.ProfileFolder;
import io.vsatlink.remote.profile.file.ProfileInForce;
import io.vsatlink.remote.profile.file.ProfileWatch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.ServiceRegistration;

/**
 * What an element of any connector is made of, and how it comes and goes. One is made, opened, started, shown and offered in
 * this order, and stopped once.
 *
 * @param <C> the client that the connector uses
 */
public final class ElementParts<C extends RemoteClient> {
    private final ElementHost host;
    private final Path etc;
    private final SettingCatalog catalog;
    private final ElementSettings settings;
    private final ProfileInForce profile;
    private final ChangeSignal changes = new ChangeSignal();
    private final ElementRuntime runtime;
    private final ConnectionGate<C> gate;
    private final ElementRecording recording;
    private final Deque<Runnable> undoing = new ArrayDeque<>();

    public ElementParts(ElementKind<C> kind, ElementHost host) {
        this.host = host;
        etc = ProfileFolder.of(host.bundle()::getProperty);
        profile = kind.profile().inForce(etc);
        catalog = SettingCatalog.of(kind.settings())
                .restricted("profile", new Restriction(profile::objection, ProfileInForce.ALLOWED))
                .restricted(
                        "trustedCertificates",
                        new Restriction(new TrustedCertificates()::objection, TrustedCertificates.ALLOWED))
                .restricted("clientKeyStore", new Restriction(new ClientKeys(etc)::objection, ClientKeys.ALLOWED));
        settings = ElementSettings.of(catalog, host.configuration(), host.writer());
        runtime = new ElementRuntime(kind.type().toLowerCase(Locale.ROOT), settings.name(), changes);
        gate = new ConnectionGate<>(
                kind.connection(),
                access -> kind.client().apply(access, profile.profile()),
                new RefusedLogin(
                        host.memory(), settings.name(), kind.connection().memory()),
                new RetryTimer(Clock.systemUTC(), System::nanoTime),
                changes);
        recording = new ElementRecording(kind.type(), settings.name(), host.recordings());
        gate.observe(recording.observer());
    }

    /** The folder of the files that settings name; null if the host has none. */
    public Path etc() {
        return etc;
    }

    public ElementSettings settings() {
        return settings;
    }

    public ProfileInForce profile() {
        return profile;
    }

    public ChangeSignal changes() {
        return changes;
    }

    public ElementRuntime runtime() {
        return runtime;
    }

    public ConnectionGate<C> gate() {
        return gate;
    }

    /**
     * Begins to follow the settings.
     *
     * @param use given them now and after each change
     */
    public void open(Consumer<Values> use) {
        settings.open(use);
        undoing.push(settings::close);
    }

    /**
     * Takes what of the settings is about calling.
     *
     * @param name of the vendor profile's file; empty for the one that is built in
     * @param connection gives the gate where and as whom to log in
     */
    public void use(String name, Consumer<ConnectionGate<C>> connection) {
        boolean another = profile.use(name);
        connection.accept(gate);
        if (another) {
            gate.reconnect();
        }
    }

    /**
     * Starts the clock, which looks after the profile and the login before it does the connector's work.
     *
     * @param begin runs once, before everything else; false if it has to be retried soon
     */
    public void start(BooleanSupplier begin, Duration tick, Runnable work) {
        start(begin, tick, () -> true, work);
    }

    /** @param mayLogIn whether a login that is due is made; otherwise it waits */
    public void start(BooleanSupplier begin, Duration tick, BooleanSupplier mayLogIn, Runnable work) {
        ProfileWatch watch = new ProfileWatch(profile, gate::reconnect, changes::fire);
        runtime.start(begin, tick, () -> {
            watch.look();
            if (mayLogIn.getAsBoolean()) {
                gate.tick();
            }
            recording.look();
            work.run();
        });
    }

    /**
     * Shows a page of the element, or of one of its rows, with the settings that belong there. On the page of the element is
     * also the recording of its calls.
     */
    public void show(Title title, ReadingSet readings, OperationSet operations) {
        boolean own = title.row().isEmpty();
        ParameterPage page = new ParameterPage(
                title,
                catalog.definitions(),
                settings,
                own ? readings.and(recording.readings()) : readings,
                own ? operations.and(recording.operations()) : operations);
        Showing shown = host.surfaces().show(host.bundle(), page, changes);
        undoing.push(shown::close);
    }

    /** Offers the element as a service, also by what else it is, and its recorded calls as another. */
    public void offer(Element element, Class<?>... types) {
        String[] names = Stream.concat(Stream.of(Element.class), Stream.of(types))
                .map(Class::getName)
                .toArray(String[]::new);
        ServiceRegistration<?> offered = host.bundle().registerService(names, element, null);
        undoing.push(offered::unregister);
        ServiceRegistration<?> calls = host.bundle().registerService(CallRecording.class, recording, null);
        undoing.push(calls::unregister);
    }

    /** @param aborts make running work end */
    public void stop(Runnable... aborts) {
        undoing.forEach(Runnable::run);
        recording.forget();
        runtime.stop(Stream.concat(Stream.of(aborts), Stream.of(gate::close)).toArray(Runnable[]::new));
    }
}
