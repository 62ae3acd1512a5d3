/**
 * Programs of others as vendors, each met by a profile alone (in the resources of this package) by our bundles as a whole.
 * npm installs them before the tests, as the locks in {@code src/test/programs} say.
 */
package io.vsatlink.itests.programs;
