/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.parameters;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The kinds of settings. Each kind defines which texts it accepts and how it describes the allowed values. Accepted
 * texts are returned in a normal form, so that {@code ENABLED} and {@code enabled} are the same value.
 */
public enum Kind {
    TEXT,
    /** Text that can be set on every surface and is shown on none. */
    SECRET,
    INTEGER {
        @Override
        String accept(String text, Setting limits) {
            try {
                long number = Long.parseLong(text);
                boolean fits = number >= Long.parseLong(limits.min()) && number <= Long.parseLong(limits.max());
                return fits ? Long.toString(number) : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        String allowed(Setting limits) {
            return "a whole number from " + limits.min() + " to " + limits.max();
        }
    },
    /** A span of time, or one of the words of {@link Setting#allowed}, for instance "off". */
    DURATION {
        @Override
        String accept(String text, Setting limits) {
            String word = oneOf(text, List.of(limits.allowed()));
            if (word != null) {
                return word;
            }
            try {
                Duration duration = Durations.parse(text);
                boolean fits = duration.compareTo(Durations.parse(limits.min())) >= 0
                        && duration.compareTo(Durations.parse(limits.max())) <= 0
                        && duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
                return fits ? Durations.format(duration) : null;
            } catch (IllegalArgumentException | ArithmeticException e) {
                return null;
            }
        }

        @Override
        String allowed(Setting limits) {
            String words =
                    Arrays.stream(limits.allowed()).map(word -> word + ", or ").collect(Collectors.joining());
            return words + "a duration from " + limits.min() + " to " + limits.max()
                    + ", written like 30s, 15m, 12h or 1d";
        }
    },
    ON_OFF {
        @Override
        String accept(String text, Setting limits) {
            return oneOf(text, legalValues(limits));
        }

        @Override
        String allowed(Setting limits) {
            return "enabled or disabled";
        }
    },
    TRUE_FALSE {
        @Override
        String accept(String text, Setting limits) {
            return oneOf(text, legalValues(limits));
        }

        @Override
        String allowed(Setting limits) {
            return "true or false";
        }
    },
    /** One word from {@link Setting#allowed}. */
    CHOICE {
        @Override
        String accept(String text, Setting limits) {
            return oneOf(text, legalValues(limits));
        }

        @Override
        String allowed(Setting limits) {
            return "one of " + String.join(", ", limits.allowed());
        }
    },
    /** A comma-separated list of distinct words from {@link Setting#allowed}; at least one. */
    LIST {
        @Override
        String accept(String text, Setting limits) {
            List<String> words = Arrays.stream(text.split(",", -1))
                    .map(word -> oneOf(word.strip(), legalValues(limits)))
                    .toList();
            return words.contains(null) ? null : words.stream().distinct().collect(Collectors.joining(","));
        }

        @Override
        String allowed(Setting limits) {
            return "a comma-separated list of " + String.join(", ", limits.allowed());
        }
    },
    /** Scheme and host of a server. The port is a separate setting. */
    HOST {
        @Override
        String accept(String text, Setting limits) {
            try {
                URI uri = URI.create(text);
                boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
                boolean bare = uri.getPort() == -1
                        && uri.getUserInfo() == null
                        && uri.getQuery() == null
                        && uri.getFragment() == null
                        && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
                if (!web || !bare || uri.getHost() == null) {
                    return null;
                }
                return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost();
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        String why(String text) {
            return underscored(text);
        }

        @Override
        String allowed(Setting limits) {
            return "a URL with scheme and host, like https://host.example (the port is a separate setting;"
                    + " plain http only to this machine unless allowPlainHttp is true)";
        }
    },
    /** The address of a server's interface: scheme, host, and optionally a port and a path. */
    URL {
        @Override
        String accept(String text, Setting limits) {
            try {
                URI uri = URI.create(text);
                boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
                boolean bare = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
                if (!web || !bare || uri.getHost() == null) {
                    return null;
                }
                String scheme = uri.getScheme();
                return scheme.toLowerCase(Locale.ROOT)
                        + text.substring(scheme.length()).replaceAll("/+$", "");
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        String why(String text) {
            return underscored(text);
        }

        @Override
        String allowed(Setting limits) {
            return "a URL like https://host.example:8443/path (plain http only to this machine unless allowPlainHttp is"
                    + " true)";
        }
    },
    /** The address of a database as its JDBC driver reads it, without a password: that is a separate, secret setting. */
    JDBC_URL {
        @Override
        String accept(String text, Setting limits) {
            return text.matches("jdbc:\\w+://[^/?#@&;\\s]+/[^?#@&;\\s]*(\\?[^#\\s]*)?") && !withPassword(text)
                    ? text
                    : null;
        }

        @Override
        String why(String text) {
            return withPassword(text) ? "a URL is shown to everybody, and the password has a setting of its own" : "";
        }

        @Override
        String allowed(Setting limits) {
            return "a JDBC URL like jdbc:postgresql://host.example:5432/database?sslmode=verify-full, without a"
                    + " password";
        }

        private boolean withPassword(String text) {
            return text.matches("(?is).*([?&;\\s][^=&]*password|://[^/?]*@).*");
        }
    },
    /** How to reach a server: {@code ByPassProxy}, a proxy's {@code host:port}, or empty for the JVM's default. */
    BUS_ADDRESS {
        @Override
        String accept(String text, Setting limits) {
            if (text.equalsIgnoreCase("ByPassProxy")) {
                return "ByPassProxy";
            }
            int colon = text.lastIndexOf(':');
            boolean port = colon > 0 && text.substring(colon + 1).matches("[1-9]\\d{0,4}");
            boolean fits = port && Integer.parseInt(text.substring(colon + 1)) <= 65_535;
            return fits && text.substring(0, colon).matches("[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+]") ? text : null;
        }

        @Override
        String allowed(Setting limits) {
            return "ByPassProxy, host:port of a proxy, or empty";
        }
    },
    /** The name of an element, as it is part of its file's name and of its PID. */
    NAME {
        @Override
        String accept(String text, Setting limits) {
            return text.matches("[A-Za-z0-9._-]+") ? text : null;
        }

        @Override
        String allowed(Setting limits) {
            return "the name of an element";
        }
    },
    /** The name of a file in the container's configuration folder. */
    FILE_NAME {
        @Override
        String accept(String text, Setting limits) {
            return text.matches("[A-Za-z0-9_][A-Za-z0-9._-]*") ? text : null;
        }

        @Override
        String allowed(Setting limits) {
            return "the name of a file in etc";
        }
    },
    /** An absolute path. Whether it is usable is checked at the time of use. */
    PATH {
        @Override
        String accept(String text, Setting limits) {
            return absolute(text);
        }

        @Override
        String why(String text) {
            return unmappable(text);
        }

        @Override
        String allowed(Setting limits) {
            return "an absolute path without \"..\"";
        }
    },
    /** The absolute path of a file with trusted certificates. */
    CERTIFICATES {
        @Override
        String accept(String text, Setting limits) {
            return absolute(text);
        }

        @Override
        String why(String text) {
            return unmappable(text);
        }

        @Override
        String allowed(Setting limits) {
            return "an absolute path without \"..\"";
        }
    };

    /** The type that JMX uses. */
    Class<?> type() {
        return switch (this) {
            case INTEGER -> Long.class;
            case TRUE_FALSE -> Boolean.class;
            default -> String.class;
        };
    }

    /** The allowed words; empty if the kind has no such list. */
    List<String> legalValues(Setting limits) {
        return switch (this) {
            case ON_OFF -> List.of("enabled", "disabled");
            case TRUE_FALSE -> List.of("true", "false");
            // its words are not all that is allowed
            case DURATION -> List.of();
            default -> List.of(limits.allowed());
        };
    }

    /** Returns the normal form of a stripped, non-empty text; null if the text is not allowed. */
    String accept(String text, Setting limits) {
        return text;
    }

    /** Describes the allowed values, to follow "allowed is". */
    String allowed(Setting limits) {
        return "any text";
    }

    /**
     * Returns why a text is not accepted, if the description of the allowed values does not explain it; empty
     * otherwise.
     */
    String why(String text) {
        return "";
    }

    /** Returns whether settings of this kind always influence where secrets are sent. */
    boolean leadsSecrets() {
        return switch (this) {
            case HOST, URL, JDBC_URL, BUS_ADDRESS, FILE_NAME, CERTIFICATES -> true;
            default -> false;
        };
    }

    /** Returns the text in a form that is safe to show: people put a login before a host, or a key after it. */
    String shown(String text) {
        return switch (this) {
            case HOST, URL, BUS_ADDRESS ->
                text.replaceFirst("^(\\w+://)?.*@", "$1" + SettingDefinition.MASK + "@")
                        .replaceFirst("\\?.*", "?" + SettingDefinition.MASK);
            case JDBC_URL ->
                text.replaceFirst("(?s)//.*@", "//" + SettingDefinition.MASK + "@")
                        .replaceFirst("(?is)([?&;#\\s]|password).*", "$1" + SettingDefinition.MASK);
            default -> text;
        };
    }

    /** Names of containers contain this character; URLs and certificates do not allow it. */
    private static String underscored(String text) {
        return text.matches("\\w+://[^/]*_.*")
                ? "a host name cannot contain \"_\": give the server another name, in DNS or in this machine's hosts file"
                : "";
    }

    private static String absolute(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() && path.equals(path.normalize()) ? text : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** A JVM that was started without a locale cannot open file names beyond ASCII. */
    private static String unmappable(String text) {
        String encoding = System.getProperty("sun.jnu.encoding", "US-ASCII");
        boolean fits = !Charset.isSupported(encoding)
                || Charset.forName(encoding).newEncoder().canEncode(text);
        return fits
                ? ""
                : "the locale of this process does not allow these letters in file names: start the container"
                        + " with LC_ALL=C.UTF-8";
    }

    private static String oneOf(String text, List<String> words) {
        return words.stream().filter(text::equalsIgnoreCase).findFirst().orElse(null);
    }
}
