package org.tegata.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final Intake intake = new Intake(List.of(new Only("A", "first"), new Only("B", "second")), 1);

    @Test
    void shouldBringEachDocumentToTheJudgeWhoKnowsItAndStrangersToTheFirst() {
        assertThat(judged("<A/>").verdict().ruleSet()).isEqualTo("first");
        assertThat(judged("<x:B/>").verdict().ruleSet()).isEqualTo("second");
        assertThat(judged("<C/>").verdict().ruleSet()).isEqualTo("first");
        assertThat(judged("").verdict().ruleSet()).isEqualTo("first");
    }

    @Test
    void shouldListAsManyFindingsAsAskedForAndCountTheOthers() {
        var verdict = judged("<A/>").verdict();
        assertThat(verdict.findings()).hasSize(1);
        assertThat(verdict.omitted()).isOne();
        assertThat(verdict.valid()).isFalse();
    }

    @Test
    void shouldTellWhyADocumentIsNotRead() {
        var judged = new Intake(List.of(new Only("A", "refuses")), 1).judge(source("<A/>"));
        assertThat(judged.refusal()).isEqualTo(new Refusal("not-read", "for a reason"));
        assertThat(judged.accepted()).isFalse();
    }

    private Judged judged(String text) {
        return intake.judge(source(text));
    }

    private static Source source(String text) {
        InputStream in = new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Source.standardInput(in);
    }

    private record Only(String root, String ruleSet) implements Judge {
        @Override
        public boolean knows(Beginning beginning) {
            return beginning.root().equals(root);
        }

        @Override
        public Set<String> extensions() {
            return Set.of();
        }

        @Override
        public Opinion judge(Document document) throws NotRead {
            if (ruleSet.equals("refuses")) {
                throw new NotRead(new Refusal("not-read", "for a reason"));
            }
            Verdict all = Verdicts.of(Verdicts.WRONG_SUM, Verdicts.UNUSUAL);
            Verdict named =
                    new Verdict(ruleSet, null, "D16B", null, all.valid(), all.findings(), all.counts(), all.omitted());
            return new Opinion(named, false);
        }
    }
}
