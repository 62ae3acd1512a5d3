/** The web console of the assembly, in a headless browser and by its API. */
package io.vsatlink.itests.console;
