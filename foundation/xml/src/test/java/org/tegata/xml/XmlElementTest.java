package org.tegata.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlElementTest {

    private static final SchemaCheck CHECK = SchemaCheck.load("order-1", XmlElementTest.class, "/xsd/order.xsd");

    private static XmlElement read(String xml) {
        return CHECK.read(xml.getBytes(StandardCharsets.UTF_8)).root();
    }

    private static XmlElement order(String lines) {
        return read("<o:Order xmlns:o='urn:test:order'><o:Number>1</o:Number>" + lines + "</o:Order>");
    }

    @Test
    void shouldGiveTheDocumentAsATree() {
        var root = order("<o:Line><o:Amount>1</o:Amount></o:Line>\n<o:Line><o:Amount> 2 &amp; <![CDATA[<3>]]>"
                + "</o:Amount></o:Line>");

        assertThat(root.name()).isEqualTo("Order");
        assertThat(root.namespace()).isEqualTo("urn:test:order");
        assertThat(root.all("Line")).hasSize(2);
        var amount = root.all("Line").get(1).first("Amount");
        assertThat(amount).isNotNull();
        assertThat(amount.text()).isEqualTo(" 2 & <3>");
        assertThat(amount.path()).isEqualTo("/o:Order[1]/o:Line[2]/o:Amount[1]");
        assertThat(root.at("Line", "Amount"))
                .isSameAs(root.all("Line").get(0).children().get(0));
        assertThat(root.at("Line", "Price")).isNull();
    }

    @Test
    void shouldKeepTextOfElementsWithoutChildrenOnly() {
        var root = order("\n  <o:Line>  <o:Amount>1</o:Amount>  </o:Line>\n");

        assertThat(root.text()).isEmpty();
        assertThat(root.all("Line").get(0).text()).isEmpty();
    }

    @Test
    void shouldReadTheTreeOfADocumentWithFaultsToo() {
        var checked =
                CHECK.read("<o:Order xmlns:o='urn:test:order' unit='x' xmlns:xsi='urn:x' xsi:b='y'><New/></o:Order>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(checked.report().valid()).isFalse();
        assertThat(checked.root().attribute("unit")).isEqualTo("x");
        assertThat(checked.root().attribute("b")).isNull();
        assertThat(checked.root().children()).hasSize(1);
        assertThat(checked.root().children().get(0).path()).isEqualTo("/o:Order[1]/New[1]");
    }

    @Test
    void shouldCountPositionsByNameAndNamespace() {
        var root = new XmlElement("urn:a", "a", "Root");
        root.add("urn:a", "a", "Line");
        root.add("urn:b", "b", "Line");
        var second = root.add("urn:a", "a", "Line");

        assertThat(second.path()).isEqualTo("/a:Root[1]/a:Line[2]");
        assertThat(root.children().get(1).path()).isEqualTo("/a:Root[1]/b:Line[1]");
    }

    @Test
    void shouldSayTheSameWhateverThePrefixesAndTheOrderOfAttributes() {
        var one = new XmlElement("urn:a", "a", "Root");
        one.add("urn:a", "a", "Line").attribute("x", "1").attribute("y", "2").text("t");
        var other = new XmlElement("urn:a", "", "Root");
        other.add("urn:a", "", "Line").attribute("y", "2").attribute("x", "1").text("t");

        assertThat(one.saysTheSame(other)).isTrue();
    }

    @Test
    void shouldNoticeEveryDifference() {
        var all = new ArrayList<XmlElement>();
        all.add(line("urn:a", "Line", "t", "x", "1"));
        all.add(line("urn:b", "Line", "t", "x", "1"));
        all.add(line("urn:a", "Item", "t", "x", "1"));
        all.add(line("urn:a", "Line", "u", "x", "1"));
        all.add(line("urn:a", "Line", "t", "y", "1"));
        all.add(line("urn:a", "Line", "t", "x", "2"));
        var more = line("urn:a", "Line", "t", "x", "1");
        more.attribute("y", "1");
        all.add(more);
        var longer = line("urn:a", "Line", "t", "x", "1");
        longer.add("urn:a", "a", "Part");
        all.add(longer);

        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                assertThat(all.get(i).saysTheSame(all.get(j)))
                        .as("%s, %s", i, j)
                        .isEqualTo(i == j);
            }
        }
    }

    private static XmlElement line(String namespace, String name, String text, String attribute, String value) {
        var root = new XmlElement("urn:a", "a", "Root");
        root.add(namespace, "a", name).text(text).attribute(attribute, value);
        return root;
    }

    @Test
    void shouldArrangeChildrenAndTheirsKeepingEqualsInTheirOrder() {
        var root = new XmlElement("urn:a", "a", "Root");
        var b = root.add("urn:a", "a", "B").text("1");
        b.add("urn:a", "a", "D");
        b.add("urn:a", "a", "C");
        root.add("urn:a", "a", "A");
        root.add("urn:a", "a", "B").text("2");

        root.arrange(Comparator.comparing(XmlElement::name));

        assertThat(root.children()).extracting(XmlElement::name).containsExactly("A", "B", "B");
        assertThat(root.children().get(1)).isSameAs(b);
        assertThat(names(b)).containsExactly("C", "D");
    }

    private static List<String> names(XmlElement element) {
        return element.children().stream().map(XmlElement::name).toList();
    }
}
