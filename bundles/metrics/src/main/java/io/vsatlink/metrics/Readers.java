package io.vsatlink.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/**
 * The roles that may read. They stand in the file that says so for JMX, {@code etc/jmx.acl.io.vsatlink.cfg}, under
 * {@code get*}; without it nobody may.
 */
@Component(service = Readers.class, configurationPid = "jmx.acl.io.vsatlink")
public final class Readers {
    private static final String RULE = "get*";

    private volatile Set<String> roles = Set.of();

    @Activate
    @Modified
    void apply(Map<String, Object> configuration) {
        Object rule = configuration.get(RULE);
        roles = rule instanceof String names
                ? Arrays.stream(names.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Whether somebody with these roles may. */
    boolean include(Set<String> someone) {
        return someone.stream().anyMatch(roles::contains);
    }
}
