package org.tegata.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL database and a real Kafka, and tokens that it trusts
 * ({@link TestTokens}): {@code @WithTestResource(InfraTestResource.class)}.
 *
 * <p>Both servers start once a JVM, and so does the database of the module. The init argument {@code database} names
 * another database; other init arguments are passed on as configuration.
 */
public final class InfraTestResource implements QuarkusTestResourceLifecycleManager {
    private String database = "service";
    private Map<String, String> extra = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        extra = new HashMap<>(initArgs);
        String named = extra.remove("database");
        if (named != null) {
            database = named;
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(sharedConfig());
        config.putAll(extra);
        return config;
    }

    @Override
    public void stop() {
        // The servers outlive one Quarkus start: SharedInfra stops them when the JVM ends.
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> sharedConfig() {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(system);
        try {
            Class<?> shared = Class.forName(SharedInfra.class.getName(), true, system);
            return (Map<String, String>)
                    shared.getMethod("config", String.class).invoke(null, database);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            current.setContextClassLoader(before);
        }
    }
}
