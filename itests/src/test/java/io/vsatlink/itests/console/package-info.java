/** The assembly's web console, tested with a headless browser and through its API. */
package io.vsatlink.itests.console;
