package org.tegata.bl.pdf;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

/**
 * Puts a bill on paper. Drawing costs processor time and nothing else does, so no more are drawn at once than there are
 * sets of typefaces; who waits too long for one is told to come again.
 *
 * <p>A singleton, as the proxy of another scope would load typefaces of its own.
 */
@Singleton
public class BillPdf {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BlockingQueue<Typefaces> free;
    private final Duration patience;

    @Inject
    BillPdf() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
    }

    BillPdf(int atOnce, Duration patience) {
        this.free = new ArrayBlockingQueue<>(atOnce);
        this.patience = patience;
        for (int i = 0; i < atOnce; i++) {
            free.add(Typefaces.load());
        }
    }

    /** The bytes of a PDF/A-3u file: of the same paper always the same. */
    public byte[] of(Paper paper) {
        var typefaces = take();
        try (var file = new PDDocument()) {
            draw(file, paper, typefaces);
            ArchivalFile.describe(file, paper);
            var bytes = new ByteArrayOutputStream(1 << 16);
            file.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            free.add(typefaces);
        }
    }

    private static void draw(PDDocument file, Paper paper, Typefaces typefaces) {
        var letters = new Letters(file, typefaces);
        BackPages.survey(letters, paper);
        var wrap = new Wrap(letters);
        var sheets = new Sheets(file, letters, paper);
        var form = new Form(sheets, wrap);
        var document = Said.of(paper.document());
        var front = new FrontPage(sheets, wrap, form, paper, document);
        front.draw();
        var back = new BackPages(sheets, wrap, paper, document);
        back.continuation(form.continued());
        front.cargo().attach();
        back.terms();
        back.endorsements();
        back.annex(letters.replaced());
        sheets.finish();
    }

    private Typefaces take() {
        try {
            var typefaces = free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (typefaces == null) {
                throw new Rejected(RequestProblem.UNAVAILABLE, "Too many renderings at once; try again");
            }
            return typefaces;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Rejected(RequestProblem.UNAVAILABLE, "The rendering was interrupted; try again");
        }
    }
}
