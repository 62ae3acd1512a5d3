package io.vsatlink.store;

import io.vsatlink.api.store.ElementMemory;
import io.vsatlink.api.store.PollJournal;
import io.vsatlink.api.store.VsatStore;
import io.vsatlink.store.jdbc.JdbcVsatStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Wires the store to the container; its services are there only while the database is open. */
@Component(
        name = "io.vsatlink.store",
        configurationPid = "io.vsatlink.store",
        immediate = true,
        service = {})
@Designate(ocd = StoreConfig.class)
public final class StoreComponent {
    private static final Duration RETRY_EVERY = Duration.ofSeconds(10);

    private final BundleContext context;
    private final StoreLifecycle lifecycle;

    @Activate
    public StoreComponent(BundleContext context, StoreConfig config) {
        this.context = context;
        this.lifecycle =
                new StoreLifecycle(new ContainerDatabases(context), this::register, Clock.systemUTC(), RETRY_EVERY);
        modified(config);
    }

    @Modified
    void modified(StoreConfig config) {
        lifecycle.apply(new StoreSettings(config.dataSource(), duration(config.historyRetention())));
    }

    @Deactivate
    void deactivate() {
        lifecycle.close();
    }

    private Runnable register(JdbcVsatStore store) {
        List<ServiceRegistration<?>> registrations = List.of(
                context.registerService(PollJournal.class, store.journal(), null),
                context.registerService(ElementMemory.class, store.memory(), null),
                context.registerService(VsatStore.class, store, null));
        return () -> registrations.forEach(ServiceRegistration::unregister);
    }

    private static Duration duration(String text) {
        return Duration.parse((text.endsWith("d") ? "P" : "PT") + text);
    }
}
