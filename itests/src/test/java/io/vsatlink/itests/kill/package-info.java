/** Kills the container at any moment, and checks the files, the database, and the restart. */
package io.vsatlink.itests.kill;
