/** Kills the container at any moment, and looks at what is left: in the files, in the database, and after the restart. */
package io.vsatlink.itests.kill;
