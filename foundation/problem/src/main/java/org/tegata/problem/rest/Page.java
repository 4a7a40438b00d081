package org.tegata.problem.rest;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest first.
 *
 * @param next cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts a page of {@code limit} out of {@code limit + 1} read rows: the extra row tells that there is more. */
    public static <E, T> Page<T> cut(List<E> read, int limit, Function<E, UUID> id, Function<E, T> view) {
        boolean more = read.size() > limit;
        var items = more ? read.subList(0, limit) : read;
        String next = more ? Cursor.encode(id.apply(items.get(limit - 1))) : null;
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
