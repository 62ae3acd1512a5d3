/**
 * Installs, upgrades, downgrades and removes the product in a running host: the host is not disturbed, and all data is
 * kept.
 */
package io.vsatlink.itests.deploy;
