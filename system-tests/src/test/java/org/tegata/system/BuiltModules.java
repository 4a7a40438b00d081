package org.tegata.system;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiled main classes of every module, read from its {@code target/classes}; tests are not judged. */
final class BuiltModules implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return folders().stream().map(Location::of).collect(Collectors.toSet());
    }

    /** Read once for all tests that do not get them from ArchUnit. */
    private static final class Imported {
        private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(folders());
    }

    static JavaClasses imported() {
        return Imported.CLASSES;
    }

    /** One folder a module that has code; a missing one is an error, for no rule may pass for want of classes. */
    static List<Path> folders() {
        return Workspace.modules().stream()
                .map(Workspace::at)
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .map(module -> module.resolve("target/classes"))
                .peek(classes -> {
                    if (!Files.isDirectory(classes.resolve("org/tegata"))) {
                        throw new IllegalStateException(Workspace.name(classes) + " is missing: compile it first");
                    }
                })
                .toList();
    }
}
