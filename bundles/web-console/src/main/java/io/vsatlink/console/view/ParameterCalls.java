/*
 * Copyright the VsatLink authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package io.vsatlink.console.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.vsatlink.access.Roles;
import io.vsatlink.console.call.Api;
import io.vsatlink.console.call.Call;
import io.vsatlink.console.call.Refusal;
import io.vsatlink.parameters.Look;
import io.vsatlink.parameters.Parameter;
import io.vsatlink.parameters.ParameterPage;
import java.lang.reflect.Method;
import java.util.Map;

/** Sets a parameter or calls an operation. The element validates the input, identically for every user interface. */
public final class ParameterCalls implements Api {
    private final Ports ports;
    private final Roles roles;

    public ParameterCalls(Ports ports, Roles roles) {
        this.ports = ports;
        this.roles = roles;
    }

    /** The result of an operation. */
    private record Said(Object said) {}

    @Override
    public Map<String, Answer> answers() {
        return Map.of("PUT /setting", this::set, "POST /operation", this::operate);
    }

    private Object set(Call call) throws Exception {
        ParameterPage page = page(call);
        String attribute = call.text("attribute");
        Parameter parameter = page.parameters().stream()
                .filter(each -> each.attribute().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no parameter " + attribute + " here."));
        require(roles.maySet(call.session().roles(), attribute), "set " + parameter.key());
        page.set(parameter, call.text("value"));
        return new PageShown(roles, call.session().roles()).parameter(page, parameter, new Look());
    }

    private Object operate(Call call) throws Exception {
        ParameterPage page = page(call);
        String name = call.text("operation");
        Method operation = page.operations().all().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no operation " + name + " here."));
        require(roles.may(call.session().roles(), name), name);
        return new Said(
                page.operations().invoke(name, arguments(operation, call.body().path("arguments"))));
    }

    private static Object[] arguments(Method operation, JsonNode given) throws Refusal {
        Class<?>[] types = operation.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            String name = operation.getParameters()[i].getName();
            JsonNode value = given.get(name);
            if (value == null) {
                throw new Refusal(400, name + " is missing");
            }
            arguments[i] = argument(name, types[i], value.asText());
        }
        return arguments;
    }

    private static Object argument(String name, Class<?> type, String text) throws Refusal {
        try {
            if (type == long.class || type == Long.class) {
                return Long.valueOf(text.strip());
            }
            if (type == int.class || type == Integer.class) {
                return Integer.valueOf(text.strip());
            }
        } catch (NumberFormatException e) {
            throw new Refusal(400, name + ": \"" + text + "\" is not accepted; allowed is a whole number");
        }
        return type == boolean.class ? Boolean.valueOf(text.strip()) : text;
    }

    private ParameterPage page(Call call) throws Refusal {
        return ports.page(call.text("type"), call.text("name"), call.text("row"));
    }

    private static void require(boolean may, String what) throws Refusal {
        if (!may) {
            throw new Refusal(403, "None of your roles allows you to " + what + ".");
        }
    }
}
