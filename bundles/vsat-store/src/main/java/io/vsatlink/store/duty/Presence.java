/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.store.duty;

/**
 * This container among those that share the database.
 *
 * @param containers how many work, this one included
 * @param duties how many duties this one has
 * @param refusals how often a transaction wrote nothing, because this container no longer had the duty or the lease
 */
public record Presence(Role role, long containers, long duties, long refusals) {

    /** While no database is open. */
    public static final Presence NONE = new Presence(Role.WAITING, 0, 0, 0);

    /** What a container is to others. */
    public enum Role {
        ALONE("Alone"),
        MEMBER("Member"),
        WAITING("Waiting");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
