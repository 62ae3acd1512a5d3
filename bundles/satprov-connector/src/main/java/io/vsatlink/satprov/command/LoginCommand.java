/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.satprov.command;

import io.vsatlink.satprov.login.LoginStatus;
import io.vsatlink.satprov.management.SatprovElement;
import io.vsatlink.satprov.management.SatprovReadings;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "login", description = "Log in to the Satellite Provisioning Platform, and wait")
public class LoginCommand extends SatprovCommand {

    @Override
    protected void run(SatprovElement element) throws InterruptedException {
        String said = element.login();
        if (!element.elsewhere().isEmpty()) {
            say(said);
            return;
        }
        SatprovReadings readings;
        do {
            Thread.sleep(100);
            readings = element.readings();
        } while (readings.loginStatus() == LoginStatus.LOGGING_IN);
        String sentence = "Login Status " + readings.loginStatus() + ": " + readings.loginReason();
        if (readings.loginStatus() != LoginStatus.SUCCESS) {
            throw new IllegalStateException(sentence);
        }
        say(sentence);
    }
}
