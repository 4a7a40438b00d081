package org.tegata.rules.oracle;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * An official stylesheet in which each assertion is tried on its own: one that breaks down no longer takes the verdict
 * of all the others with it, but is reported as undecided.
 */
final class LenientStylesheet {

    /** The flag under which an assertion is reported that broke down. */
    static final String UNDECIDED = "undecided";

    private static final String XSL = "http://www.w3.org/1999/XSL/Transform";
    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

    private LenientStylesheet() {}

    static Source of(URL official) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var document = factory.newDocumentBuilder().parse(official.toString());
            // trying something needs XSLT 3
            document.getDocumentElement().setAttribute("version", "3.0");
            NodeList templates = document.getElementsByTagNameNS(XSL, "template");
            for (int i = 0; i < templates.getLength(); i++) {
                var template = (Element) templates.item(i);
                if (template.getElementsByTagNameNS(SVRL, "failed-assert").getLength() > 0) {
                    inlineVariables(template);
                }
            }
            NodeList asserts = document.getElementsByTagNameNS(SVRL, "failed-assert");
            for (int i = 0; i < asserts.getLength(); i++) {
                tryOne(document, (Element) asserts.item(i));
                // the list is live: the one that was put in is skipped
                i++;
            }
            return new DOMSource(document, official.toString());
        } catch (java.io.IOException | org.xml.sax.SAXException broken) {
            throw new IllegalStateException(broken);
        } catch (javax.xml.parsers.ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts what a variable of a rule stands for in its place, so that it breaks down where it is used. */
    private static void inlineVariables(Element template) {
        for (Element variable : elements(template)) {
            if (variable.getLocalName().equals("variable") && variable.hasAttribute("select")) {
                var use = Pattern.compile("\\$" + Pattern.quote(variable.getAttribute("name")) + "(?![\\w-])");
                String meaning = Matcher.quoteReplacement('(' + variable.getAttribute("select") + ')');
                template.removeChild(variable);
                for (String attribute : List.of("select", "test")) {
                    var all = template.getElementsByTagNameNS(XSL, attribute.equals("test") ? "when" : "variable");
                    for (int i = 0; i < all.getLength(); i++) {
                        var user = (Element) all.item(i);
                        user.setAttribute(
                                attribute,
                                use.matcher(user.getAttribute(attribute)).replaceAll(meaning));
                    }
                }
            }
        }
    }

    private static void tryOne(Document document, Element failed) {
        var choose = (Element) failed.getParentNode().getParentNode();
        var attempt = document.createElementNS(XSL, "xsl:try");
        choose.getParentNode().replaceChild(attempt, choose);
        attempt.appendChild(choose);
        var caught = document.createElementNS(XSL, "xsl:catch");
        var undecided = document.createElementNS(SVRL, "svrl:failed-assert");
        for (Element part : elements(failed)) {
            if (part.getAttribute("name").equals("id")) {
                undecided.appendChild(part.cloneNode(true));
            }
        }
        var flag = document.createElementNS(XSL, "xsl:attribute");
        flag.setAttribute("name", "flag");
        flag.setTextContent(UNDECIDED);
        undecided.appendChild(flag);
        caught.appendChild(undecided);
        attempt.appendChild(caught);
    }

    private static List<Element> elements(Element parent) {
        var elements = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
