/** Login and its status: nothing is polled unless it is Success, and no refused password is tried twice. */
package io.vsatlink.satprov.login;
