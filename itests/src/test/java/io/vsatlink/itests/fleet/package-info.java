/** Several containers, processes of their own, on one PostgreSQL: what one of them did the others do when it is gone. */
package io.vsatlink.itests.fleet;
