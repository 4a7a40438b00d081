package org.tegata.cli.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns what stands on the command line into documents: files as they are, folders and patterns into their files. */
public final class Sources {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    private final Path workingDirectory;
    private final InputStream standardInput;
    private final Set<String> extensions;
    private final Map<String, Source> found = new LinkedHashMap<>();
    private final List<String> empty = new ArrayList<>();

    /** Relative names are read from that folder; of folders, files are taken whose names end so in small letters. */
    public Sources(Path workingDirectory, InputStream standardInput, Set<String> extensions) {
        this.workingDirectory = workingDirectory;
        this.standardInput = standardInput;
        this.extensions = Set.copyOf(extensions);
    }

    /** All documents of the arguments, each once, in the order of the arguments and by name within one. */
    public Sources addAll(List<String> arguments) {
        arguments.forEach(this::add);
        return this;
    }

    public Collection<Source> found() {
        return found.values();
    }

    /** Those arguments that are folders or patterns without a document. */
    public List<String> empty() {
        return empty;
    }

    private void add(String argument) {
        if (argument.equals(Source.STANDARD_INPUT)) {
            put(Source.standardInput(standardInput));
            return;
        }
        try {
            Path path = workingDirectory.resolve(argument);
            if (Files.isDirectory(path)) {
                addBelow(argument, path, this::isDocument);
            } else if (Files.notExists(path) && WILD.matcher(argument).find()) {
                addMatching(argument);
            } else {
                // Also one that does not exist: that is told beside the others, and does not stop them.
                put(Source.file(argument, path));
            }
        } catch (InvalidPathException impossible) {
            put(Source.impossible(argument, impossible.getReason()));
        }
    }

    /** A pattern that no shell has resolved, such as {@code 'invoices/**.xml'}. */
    private void addMatching(String pattern) {
        int wild = WILD.matcher(pattern).results().findFirst().orElseThrow().start();
        String fixed = pattern.substring(0, pattern.lastIndexOf('/', wild) + 1);
        Path folder = workingDirectory.resolve(fixed).normalize();
        if (!Files.isDirectory(folder)) {
            empty.add(pattern);
            return;
        }
        try {
            PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern.substring(fixed.length()));
            addBelow(pattern, folder, file -> matcher.matches(folder.relativize(file)));
        } catch (PatternSyntaxException notAPattern) {
            put(Source.file(pattern, workingDirectory.resolve(pattern)));
        }
    }

    private void addBelow(String argument, Path folder, Predicate<Path> wanted) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    // A folder that may not be read is told as such; a broken link only if it was asked for.
                    if (Files.isDirectory(file) || wanted.test(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (files.isEmpty()) {
            empty.add(argument);
        }
        boolean absolute = Path.of(argument).isAbsolute();
        files.stream().sorted().forEach(file -> put(Source.file(shown(absolute, file), file)));
    }

    private String shown(boolean absolute, Path file) {
        return absolute || !file.startsWith(workingDirectory)
                ? file.toString()
                : workingDirectory.relativize(file).toString();
    }

    private void put(Source source) {
        found.putIfAbsent(source.name(), source);
    }

    private boolean isDocument(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            return false;
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(lower::endsWith);
    }
}
