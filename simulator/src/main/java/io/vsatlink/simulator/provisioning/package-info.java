/**
 * You are here: the Satellite Provisioning Platform as its clients see it.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.provisioning.ProvisioningPlatform} takes a call from the door to the log.
 *   <li>{@link io.vsatlink.simulator.provisioning.ProvisioningApi} routes: login, or a page of a dataset.
 *   <li>{@link io.vsatlink.simulator.provisioning.Accounts} decides on user name and password, and locks.
 *   <li>{@link io.vsatlink.simulator.login.Tokens} issues and checks what the login gives.
 *   <li>{@link io.vsatlink.simulator.provisioning.PageRequest} is the page asked for, checked and clamped.
 *   <li>{@link io.vsatlink.simulator.provisioning.Pages} writes it, anew each time or from memory.
 * </ol>
 */
package io.vsatlink.simulator.provisioning;
