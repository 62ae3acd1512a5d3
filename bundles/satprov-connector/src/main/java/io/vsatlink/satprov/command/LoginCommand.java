package io.vsatlink.satprov.command;

import io.vsatlink.satprov.SatprovElement;
import io.vsatlink.satprov.login.LoginStatus;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "satprov", name = "login", description = "Log in to the Satellite Provisioning Platform, and wait")
public class LoginCommand extends SatprovCommand {

    @Override
    protected void run(SatprovElement element) throws InterruptedException {
        element.login();
        do {
            Thread.sleep(100);
        } while (element.loginStatus() == LoginStatus.LOGGING_IN);
        String sentence = "Login Status " + element.loginStatus().label() + ": " + element.loginReason();
        if (element.loginStatus() != LoginStatus.SUCCESS) {
            throw new IllegalStateException(sentence);
        }
        say(sentence);
    }
}
