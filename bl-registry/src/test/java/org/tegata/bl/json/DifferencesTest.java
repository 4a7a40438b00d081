package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Amended information is identified as such (MLETR art. 16): which field, what it said, what it says. */
class DifferencesTest {

    private static List<String> between(String before, String after) {
        return Differences.between(before.replace('\'', '"'), after.replace('\'', '"')).stream()
                .map(one -> one.path() + " " + one.before() + " > " + one.after())
                .toList();
    }

    @Test
    void shouldBeNoneOfTheSameDocumentHoweverItIsWritten() {
        assertThat(between("{'a':12000.0,'b':['x',{'c':null}]}", "{ 'b': ['x', {'c': null}], 'a': 12000 }"))
                .isEmpty();
    }

    @Test
    void shouldNameEachFieldWithWhatItSaidAndSays() {
        assertThat(between(
                        "{'transports':{'portOfDischarge':'DEHAM','vessel':'Setouchi'},'old':1}",
                        "{'transports':{'portOfDischarge':'NLRTM','vessel':'Setouchi'},'new':{'x':true}}"))
                .containsExactly(
                        "/new null > {\"x\":true}",
                        "/old 1 > null",
                        "/transports/portOfDischarge \"DEHAM\" > \"NLRTM\"");
    }

    @Test
    void shouldShowAContainerThatWasLeftOutAsThatAlone() {
        assertThat(between(
                        "{'e':[{'no':'A','kg':1},{'no':'B','kg':2},{'no':'C','kg':3}]}",
                        "{'e':[{'no':'A','kg':1},{'no':'C','kg':3}]}"))
                .containsExactly("/e/1 {\"no\":\"B\",\"kg\":2} > null");
        assertThat(between("{'e':['A','C']}", "{'e':['A','B','C']}")).containsExactly("/e/1 null > \"B\"");
    }

    @Test
    void shouldGoIntoTheItemThatChanged() {
        assertThat(between(
                        "{'e':[{'no':'A','kg':1},{'no':'B','kg':2}]}", "{'e':[{'no':'A','kg':1},{'no':'B','kg':9}]}"))
                .containsExactly("/e/1/kg 2 > 9");
        assertThat(between("{'e':['A','A']}", "{'e':['A']}")).containsExactly("/e/1 \"A\" > null");
    }

    @Test
    void shouldTellTypesApart() {
        assertThat(between("{'a':'1','b':[],'c':null}", "{'a':1,'b':{}}"))
                .containsExactly("/a \"1\" > 1", "/b [] > {}", "/c null > null");
    }

    @Test
    void shouldEscapeNamesInPointers() {
        assertThat(between("{'a/b~c':1}", "{'a/b~c':2}")).containsExactly("/a~1b~0c 1 > 2");
    }

    @Test
    void shouldRefuseWhatIsNoDocument() {
        assertThatIllegalArgumentException().isThrownBy(() -> Differences.between("{}", "{\"a\":1,\"a\":2}"));
    }
}
