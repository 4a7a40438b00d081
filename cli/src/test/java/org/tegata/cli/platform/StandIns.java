package org.tegata.cli.platform;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A checkout whose packaged services are stand-ins, to test the launcher without building anything. */
final class StandIns {
    private StandIns() {}

    static void install(Path checkout) throws IOException {
        Files.createDirectories(checkout.resolve("bl-registry"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        for (Service service : Service.values()) {
            Path application = Files.createDirectories(checkout.resolve(service.module() + "/target/quarkus-app"));
            write(application.resolve("quarkus-run.jar"));
        }
    }

    /** A packaged service that is no program. */
    static void breakService(Path checkout, Service service) throws IOException {
        Path jar = checkout.resolve(service.module() + "/target/quarkus-app/quarkus-run.jar");
        Files.writeString(jar, "not a jar");
    }

    private static void write(Path jar) throws IOException {
        String name = QuarkusEntryPoint.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream classFile = QuarkusEntryPoint.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            classFile.transferTo(out);
            out.closeEntry();
        }
    }
}
