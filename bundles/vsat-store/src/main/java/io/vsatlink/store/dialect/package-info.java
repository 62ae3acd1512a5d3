/** The one seam behind which a database product stands: how it is opened, what its SQL and its failures are like. */
package io.vsatlink.store.dialect;
