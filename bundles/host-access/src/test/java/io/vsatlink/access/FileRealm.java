/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.access;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** A login module like Karaf's: reads users, passwords and roles from the file that the option {@code users} names. */
public final class FileRealm implements LoginModule {
    private Subject subject;
    private CallbackHandler handler;
    private Path users;
    private String user;
    private String[] words;

    /** Like the host's classes, recognized by its simple name. */
    private record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    @Override
    public void initialize(Subject who, CallbackHandler asks, Map<String, ?> state, Map<String, ?> options) {
        subject = who;
        handler = asks;
        users = Path.of((String) options.get("users"));
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(users)) {
            handler.handle(new Callback[] {name, password});
            file.load(in);
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException(e.getMessage());
        }
        user = name.getName();
        words = file.getProperty(user, "").split(",", -1);
        if (words[0].isEmpty() || !words[0].equals(new String(password.getPassword()))) {
            throw new FailedLoginException("login failed");
        }
        return true;
    }

    @Override
    public boolean commit() {
        Arrays.stream(words).skip(1).map(RolePrincipal::new).forEach(subject.getPrincipals()::add);
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        return true;
    }
}
