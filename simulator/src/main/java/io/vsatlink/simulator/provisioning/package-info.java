/**
 * The Satellite Provisioning Platform as its clients see it.
 *
 * <ol>
 *   <li>{@link io.vsatlink.simulator.provisioning.ProvisioningPlatform} handles a call from its arrival to its log
 *       entry.
 *   <li>{@link io.vsatlink.simulator.provisioning.ProvisioningApi} routes it: login, or a page of a dataset.
 *   <li>{@link io.vsatlink.simulator.provisioning.Accounts} checks user name and password, and locks accounts.
 *   <li>{@link io.vsatlink.simulator.login.Tokens} issues and checks the tokens of logins.
 *   <li>{@link io.vsatlink.simulator.provisioning.PageRequest} is the requested page, validated and limited in size.
 *   <li>{@link io.vsatlink.simulator.provisioning.Pages} writes it, generated each time or from the cache.
 * </ol>
 */
package io.vsatlink.simulator.provisioning;
