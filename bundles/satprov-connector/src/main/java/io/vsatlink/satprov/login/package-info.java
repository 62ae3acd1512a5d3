/** The login as shown to users: nothing is polled unless its status is Success. The kit logs in. */
package io.vsatlink.satprov.login;
