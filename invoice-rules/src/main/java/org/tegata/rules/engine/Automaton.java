package org.tegata.rules.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Name;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.ContextPath;
import org.tegata.rules.rule.RuleBook;
import org.tegata.rules.schema.ElementType;
import org.tegata.rules.schema.Particle;
import org.tegata.rules.schema.SchemaTables;

/**
 * All context paths of some rule books over one release of the schema, followed together: from a node and the name of a
 * child to the child's node. Built where documents go, and kept.
 */
final class Automaton {

    private static final Name TRANSACTION = Name.of("rsm:SupplyChainTradeTransaction");
    private static final Name LINE = Name.of("ram:IncludedSupplyChainTradeLineItem");

    private final SchemaTables tables;
    private final List<RuleBook<Object>> books;
    private final int ruleCount;
    private final List<Children> children;
    private final Map<Key, Node> nodes = new ConcurrentHashMap<>();
    private final Node root;

    /** What follows a step of a path: the next step, or one of these. */
    private final List<Trail> trails = new ArrayList<>();

    private final List<ContextPath.@Nullable Step> steps = new ArrayList<>();
    private final int[] anywhere;

    private record Key(int type, Name name, boolean repeats, boolean line, boolean inLine, List<Integer> open) {}

    /** A position on a path: which path, and whether its next step is the last. */
    private record Trail(@Nullable Goal goal, @Nullable Absent absent, boolean last) {}

    /** What is at the end of a context's path or of a gatherer's. */
    private record Goal(
            int pattern,
            int order,
            @Nullable Context<Object> context,
            List<Asking> rules,
            int book,
            List<Absent> absences,
            @Nullable Noting gatherer) {}

    /** What must not be below a context. */
    private record Absent(
            Asking asking,
            Context<Object> context,
            int pattern,
            int levels,
            @Nullable String attribute,
            int entry) {}

    @SuppressWarnings("unchecked") // a book is only ever given what its own supplier made
    Automaton(SchemaTables tables, List<? extends RuleBook<?>> books) {
        this.tables = tables;
        this.books = (List<RuleBook<Object>>) List.copyOf(books);
        this.children = tables.types().stream()
                .map(type -> new Children(type.particles()))
                .toList();
        var always = new TreeSet<Integer>();
        var atRoot = new TreeSet<Integer>();
        int[] counters = {0, 0, 0};
        for (int book = 0; book < this.books.size(); book++) {
            compile(this.books.get(book), book, counters, always, atRoot);
        }
        this.ruleCount = counters[0];
        this.anywhere = ints(always);
        this.root = node(new Step(tables.rootType(), tables.rootName(), false), ints(atRoot), null);
    }

    Node root() {
        return root;
    }

    List<RuleBook<Object>> books() {
        return books;
    }

    int ruleCount() {
        return ruleCount;
    }

    SchemaTables tables() {
        return tables;
    }

    /** The node of a child. */
    Node below(Node parent, int particle) {
        Particle child = parent.type.particles().get(particle);
        return node(new Step(child.type(), child.name(), child.repeats()), parent.open, parent);
    }

    private void compile(
            RuleBook<Object> book, int index, int[] counters, TreeSet<Integer> always, TreeSet<Integer> atRoot) {
        for (var pattern : book.patterns()) {
            int patternIndex = counters[1]++;
            for (var context : pattern.contexts()) {
                var rules = context.rules().stream()
                        .map(rule -> new Asking(counters[0]++, index, rule, book.severity(rule)))
                        .toList();
                var absences = new ArrayList<Absent>();
                for (var absence : context.absences()) {
                    var rule = absence.rule();
                    var asking = new Asking(counters[0]++, index, rule, book.severity(rule));
                    absences.add(absent(asking, context, patternIndex, absence.absent()));
                }
                var goal = new Goal(patternIndex, counters[2]++, context, rules, index, absences, null);
                addPaths(context.path(), goal, always, atRoot);
            }
        }
        for (var gatherer : book.gatherers()) {
            var noting = new Noting(index, gatherer.note());
            addPaths(
                    gatherer.path(),
                    new Goal(-1, counters[2]++, null, List.of(), index, List.of(), noting),
                    always,
                    atRoot);
        }
    }

    private void addPaths(ContextPath path, Goal goal, TreeSet<Integer> always, TreeSet<Integer> atRoot) {
        for (var alternative : path.alternatives()) {
            (alternative.anywhere() ? always : atRoot).add(trails.size());
            int count = alternative.steps().size();
            for (int i = 0; i < count; i++) {
                steps.add(alternative.steps().get(i));
                trails.add(new Trail(goal, null, i == count - 1));
            }
        }
    }

    private Absent absent(Asking asking, Context<Object> context, int pattern, String written) {
        int at = written.indexOf('@');
        String attribute = at < 0 ? null : written.substring(at + 1);
        String path = at < 0 ? written : written.substring(0, Math.max(0, at - 1));
        var names = path.isEmpty() ? List.<ContextPath.Step>of() : onlyAlternative(path);
        var absent = new Absent(asking, context, pattern, names.size(), attribute, trails.size());
        for (int i = 0; i < names.size(); i++) {
            steps.add(names.get(i));
            trails.add(new Trail(null, absent, i == names.size() - 1));
        }
        return absent;
    }

    private static List<ContextPath.Step> onlyAlternative(String path) {
        return ContextPath.of(path).alternatives().get(0).steps();
    }

    private record Step(int type, Name name, boolean repeats) {}

    private Node node(Step child, int[] parentOpen, @Nullable Node parent) {
        boolean line = child.name() == LINE && parent != null && parent.name == TRANSACTION;
        boolean inLine = line || parent != null && parent.inLine;
        var open = new TreeSet<Integer>();
        var goals = new ArrayList<Goal>();
        var absences = new ArrayList<Absent>();
        for (int trail : parentOpen) {
            follow(trail, child.name(), open, goals, absences);
        }
        for (int trail : anywhere) {
            follow(trail, child.name(), open, goals, absences);
        }
        for (var goal : goals) {
            for (var absent : goal.absences()) {
                if (absent.levels() == 0) {
                    absences.add(absent);
                } else {
                    open.add(absent.entry());
                }
            }
        }
        var asked = asked(goals, absences, inLine);
        // What is asked follows from the way here; two ways with the same future and the same questions are one node.
        var key = new Key(child.type(), child.name(), child.repeats(), line, inLine, signature(open, goals, absences));
        return nodes.computeIfAbsent(key, fresh -> {
            ElementType type = tables.types().get(child.type());
            var place = new Node.Place(child.name(), type, children.get(child.type()), child.repeats(), line, inLine);
            return new Node(place, asked, ints(open));
        });
    }

    private void follow(int trail, Name name, TreeSet<Integer> open, List<Goal> goals, List<Absent> absences) {
        var step = steps.get(trail);
        if (step == null || !step.matches(name)) {
            return;
        }
        Trail at = trails.get(trail);
        if (!at.last()) {
            open.add(trail + 1);
        } else if (at.goal() != null) {
            add(goals, at.goal());
        } else if (at.absent() != null) {
            absences.add(at.absent());
        }
    }

    private static void add(List<Goal> goals, Goal goal) {
        // By identity: two ways to the same context are one visit.
        if (goals.stream().noneMatch(known -> known == goal)) {
            goals.add(goal);
        }
    }

    private static List<Integer> signature(TreeSet<Integer> open, List<Goal> goals, List<Absent> absences) {
        var all = new ArrayList<>(open);
        goals.forEach(goal -> all.add(-1 - goal.order()));
        absences.forEach(absent -> all.add(-1_000_000 - absent.asking().index()));
        return all;
    }

    private static Node.Asked asked(List<Goal> goals, List<Absent> absences, boolean inLine) {
        var contexts = new ArrayList<Contexts>();
        goals.stream()
                .filter(goal -> goal.context() != null)
                .mapToInt(Goal::pattern)
                .distinct()
                .sorted()
                .forEach(pattern -> contexts.add(new Contexts(pattern, candidates(goals, pattern, inLine))));
        var gatherers = goals.stream()
                .map(Goal::gatherer)
                .filter(gatherer -> gatherer != null)
                .toList();
        var elements = new ArrayList<Forbidden>();
        var attributes = new ArrayList<Forbidden>();
        for (var absent : absences) {
            (absent.attribute() == null ? elements : attributes)
                    .add(new Forbidden(
                            absent.asking(), absent.context(), absent.pattern(), absent.levels(), absent.attribute()));
        }
        return new Node.Asked(List.copyOf(contexts), List.copyOf(elements), List.copyOf(attributes), gatherers);
    }

    private static List<Contexts.Candidate> candidates(List<Goal> goals, int pattern, boolean inLine) {
        var candidates = new ArrayList<Contexts.Candidate>();
        var inOrder = goals.stream()
                .filter(goal -> goal.pattern() == pattern)
                .sorted((one, other) -> Integer.compare(one.order(), other.order()))
                .toList();
        for (var goal : inOrder) {
            Context<Object> context = goal.context();
            if (context != null) {
                requireEndOnlyOutsideLines(context, inLine);
                candidates.add(new Contexts.Candidate(context, goal.book(), goal.rules()));
                if (context.unconditional()) {
                    break;
                }
            }
        }
        return List.copyOf(candidates);
    }

    private static void requireEndOnlyOutsideLines(Context<Object> context, boolean inLine) {
        if (inLine && (context.whenAtEnd() != null || context.rules().stream().anyMatch(rule -> rule.both() != null))) {
            throw new IllegalStateException(context.path() + " can be in a line: its rules cannot wait for the end");
        }
    }

    private static int[] ints(TreeSet<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String toString() {
        return "Automaton of "
                + Arrays.toString(books.stream().map(RuleBook::id).toArray()) + " over " + tables.release();
    }
}
