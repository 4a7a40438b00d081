package org.tegata.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.cli.api.Api;
import org.tegata.cli.api.Call;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which register a command talks to, and as whom. */
final class RegistryOptions {
    private static final String VARIABLE = "TEGATA_TOKEN";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api api = new Api(PATIENCE);

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "http://localhost:8083",
            description = "The bl-registry to ask. Default: ${DEFAULT-VALUE}")
    private String registry = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with your bearer token. Default: the environment variable " + VARIABLE)
    private @Nullable String tokenFile;

    @Option(names = "--token", paramLabel = "TOKEN", description = "Your bearer token; others may see it in ps.")
    private @Nullable String token;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    Call get(String path) {
        return api.get(uri(path)).bearer(bearer()).accept("application/json");
    }

    Call getOpen(String path) {
        return api.get(uri(path)).accept("application/json");
    }

    Call post(String path) {
        return api.post(uri(path)).bearer(bearer()).accept("application/json");
    }

    /** The organisation for which the token's user acts. */
    String party() {
        String[] parts = bearer().split("\\.", -1);
        try {
            String claims = parts.length == 3
                    ? new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    : "{}";
            String party = new ObjectMapper().readTree(claims).path("party").asText("");
            if (!party.isEmpty()) {
                return party;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // then it names nobody either
        }
        throw new ParameterException(
                spec.commandLine(), "the token does not say for which party its user acts (claim party)");
    }

    /** The bill's id, which goes into addresses and so must be nothing else. */
    String bill(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "'" + id + "' is no id of a bill (a UUID)");
        }
    }

    static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8);
    }

    private URI uri(String path) {
        try {
            URI base = new URI(registry.endsWith("/") ? registry.substring(0, registry.length() - 1) : registry);
            if (base.getHost() == null || !String.valueOf(base.getScheme()).matches("https?")) {
                throw new URISyntaxException(registry, "no http address");
            }
            return URI.create(base + path);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "'" + registry + "' is no address such as http://localhost:8083");
        }
    }

    private String bearer() {
        String found = token;
        try {
            if (found == null && tokenFile != null) {
                found = Files.readString(CallersFolder.resolve(tokenFile));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "the token cannot be read from " + tokenFile);
        }
        if (found == null) {
            found = System.getenv(VARIABLE);
        }
        if (found == null || found.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "a bearer token is needed: set " + VARIABLE + ", or give --token-file");
        }
        String clean = found.strip();
        if (!clean.matches("[A-Za-z0-9._~+/=-]+")) {
            throw new ParameterException(spec.commandLine(), "that is no bearer token");
        }
        return clean;
    }
}
