package io.vsatlink.console.http;

import java.util.Arrays;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The cookie by which the browser is known: not for scripts, and never sent along by pages of other sites. */
final class SessionCookie {
    private static final String NAME = "vsatlink-session";

    /** Empty where the browser sent none. */
    String of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, "");
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", "; Max-Age=0");
    }

    /** By hand: the servlet API of the host has no word for SameSite. */
    private static void write(HttpServletRequest request, HttpServletResponse response, String token, String age) {
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + token + "; Path=" + request.getContextPath() + "/; HttpOnly; SameSite=Strict"
                        + (request.isSecure() ? "; Secure" : "") + age);
    }
}
