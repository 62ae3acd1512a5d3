package io.vsatlink.console.login;

import io.vsatlink.console.call.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people in and out. A service. Thread-safe. */
@Component(service = Login.class)
public final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private final Roles roles;
    private final HostLogin host = new HostLogin();
    private final LoginThrottle throttle = new LoginThrottle(Clock.systemUTC());
    private final Sessions sessions = new Sessions(Clock.systemUTC());

    @Activate
    public Login(@Reference Roles roles) {
        this.roles = roles;
    }

    /**
     * Begins a session.
     *
     * @param address where the call comes from
     * @return its token
     */
    public String begin(String user, String password, String address) throws Refusal {
        Duration wait = throttle.wait(user, address);
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            throw new Refusal(429, "Too many attempts; the next is heard in " + seconds + " s.", seconds);
        }
        throttle.attempted(user, address);
        Optional<Person> known = host.ask(user, password, address);
        if (known.isEmpty()) {
            LOG.info("A login to the web console from {} was refused", address);
            throw new Refusal(401, "The name or the password is wrong.");
        }
        throttle.succeeded(user, address);
        Person person = known.get();
        if (!roles.maySee(person.roles())) {
            throw new Refusal(403, user + " has no role that may look here: it takes viewer, manager or admin.");
        }
        return sessions.begin(person);
    }

    /** @param byHand whether somebody did something, or a page only looks for news */
    public Optional<Session> session(String token, boolean byHand) {
        return sessions.find(token, byHand).filter(session -> roles.maySee(session.roles()));
    }

    public void end(String token) {
        sessions.end(token);
    }
}
