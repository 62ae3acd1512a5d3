/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
    private final Roles roles = new Roles();

    @Test
    void theNameDecidesThenTheLongestPrefix() {
        roles.apply(Map.of(
                "get*",
                "viewer, manager ,admin",
                "set*",
                "manager,admin",
                "setHost",
                "admin # nobody else",
                "poll",
                "manager",
                "*",
                "admin",
                "service.pid",
                Roles.PID));
        assertThat(roles.maySee(Set.of("viewer"))).isTrue();
        assertThat(roles.maySee(Set.of("ssh"))).isFalse();
        assertThat(roles.maySet(Set.of("manager"), "Interval")).isTrue();
        assertThat(roles.maySet(Set.of("manager"), "Host")).isFalse();
        assertThat(roles.maySet(Set.of("admin"), "Host")).isTrue();
        assertThat(roles.may(Set.of("manager", "viewer"), "poll")).isTrue();
        assertThat(roles.may(Set.of("admin"), "poll")).isFalse();
        assertThat(roles.may(Set.of("manager"), "pollAll")).isFalse();
        assertThat(roles.may(Set.of("admin"), "pollAll")).isTrue();
    }

    @Test
    void eachOfSeveralSignaturesMustContainTheRole() {
        roles.apply(Map.of("poll(java.lang.String)", "manager,admin", "poll(java.lang.String)[/circuits/]", "admin"));
        assertThat(roles.may(Set.of("manager"), "poll")).isFalse();
        assertThat(roles.may(Set.of("admin"), "poll")).isTrue();
    }

    @Test
    void withoutTheFileNobodyHasAnyPermission() {
        assertThat(roles.maySee(Set.of("admin", "manager", "viewer"))).isFalse();
        roles.apply(Map.of("component.name", "x"));
        assertThat(roles.may(Set.of("admin"), "poll")).isFalse();
    }
}
