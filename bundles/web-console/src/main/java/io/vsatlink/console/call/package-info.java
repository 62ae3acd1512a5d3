/** What a call of the API is, to who answers it. */
package io.vsatlink.console.call;
