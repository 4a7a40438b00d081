package org.tegata.rules.engine;

import java.util.ArrayList;
import java.util.List;

/** What reading a document needs and leaves behind: used again for the next one. */
final class Workspace {

    final Chunk rest = new Chunk();
    final Chunk line = new Chunk();
    private final List<Frame> frames = new ArrayList<>();

    Frame frame(int depth) {
        while (frames.size() <= depth) {
            frames.add(new Frame());
        }
        return frames.get(depth);
    }

    void clear() {
        rest.clear();
        line.clear();
    }
}
