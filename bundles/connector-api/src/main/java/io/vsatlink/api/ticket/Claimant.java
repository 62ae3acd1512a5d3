package io.vsatlink.api.ticket;

import java.time.Duration;

/**
 * Who claims requests.
 *
 * @param container the process, by a name that a restart keeps
 * @param start this run of the process: another one after each start
 * @param element the backend
 * @param lease how long a claim holds where nobody can say that its process is gone: longer than any call takes
 */
public record Claimant(String container, String start, String element, Duration lease) {}
