package org.tegata.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The schema compiler")
class SchemaCompilerTest {

    private static final String XSD = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                targetNamespace="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                elementFormDefault="qualified">
              <xsd:element name="CrossIndustryInvoice" type="rsm:AType"/>
              <xsd:complexType name="AType"><xsd:sequence>
                <xsd:element name="B" type="rsm:BType" minOccurs="0"/>
                <xsd:element name="C" type="rsm:AType"/>
              </xsd:sequence></xsd:complexType>
              <xsd:complexType name="BType"><xsd:simpleContent><xsd:extension base="rsm:CType">
                <xsd:attribute name="a" type="xsd:token"/>
              </xsd:extension></xsd:simpleContent></xsd:complexType>
              <xsd:simpleType name="CType"><xsd:restriction base="xsd:token">
                <xsd:enumeration value="1"/>
              </xsd:restriction></xsd:simpleType>
            </xsd:schema>
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Release.class)
    @DisplayName("makes the same bytes each time, and they are those in the jar")
    void deterministic(Release release) throws Exception {
        byte[] bytes = TableWriter.write(SchemaCompiler.compile(release, Official.main(release)));
        byte[] again = TableWriter.write(SchemaCompiler.compile(release, Official.main(release)));
        assertThat(again).isEqualTo(bytes);
        assertThat(TableWriter.write(TableReader.read(release, bytes))).isEqualTo(bytes);
        try (var file = SchemaTables.class.getResourceAsStream(SchemaTables.fileName(release))) {
            assertThat(file.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    @DisplayName("writes one file for each release")
    void files() throws Exception {
        SchemaCompiler.main(new String[] {
            Official.main(Release.D16B).toString(), Official.main(Release.D22B).toString(), folder.toString()
        });
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName() + ""))
                    .containsExactlyInAnyOrder("d16b.tables", "d22b.tables");
        }
    }

    @Test
    @DisplayName("reads what the official schemas are made of")
    void understood() throws Exception {
        var tables = compile(XSD);
        assertThat(tables.types()).extracting(ElementType::name).containsExactly("rsm:AType", "rsm:BType");
        assertThat(tables.types().get(0).particles()).extracting(Particle::type).containsExactly(1, 0);
        assertThat(tables.types().get(1).value().codes()).containsExactly("1");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            name="B" type="rsm:BType"|name="B" nillable="true" type="rsm:BType"
            name="B" type="rsm:BType"|name="B" default="1" type="rsm:BType"
            name="B" type="rsm:BType"|name="C" type="rsm:BType"
            name="B" type="rsm:BType"|name="B" type="rsm:CType"
            name="B" type="rsm:BType"|name="B" type="rsm:Unknown"
            name="B" type="rsm:BType"|ref="rsm:B"
            name="AType"|name="AType" mixed="true"
            name="AType"|name="AType" abstract="true"
            <xsd:sequence>|<xsd:sequence minOccurs="0">
            <xsd:sequence>|<xsd:sequence><xsd:any/>
            <xsd:sequence>|<xsd:sequence><xsd:choice/>
            <xsd:extension base="rsm:CType">|<xsd:extension base="rsm:CType"><xsd:anyAttribute/>
            <xsd:extension base="rsm:CType">|<xsd:extension base="rsm:BType">
            name="a" type="xsd:token"|name="a" type="xsd:token" default="x"
            name="a" type="xsd:token"|name="a" type="xsd:token" use="prohibited"
            name="a" type="xsd:token"|name="a" type="xsd:int"
            name="a" type="xsd:token"|name="a" type="xsd:decimal" fixed="1.0"
            <xsd:enumeration value="1"/>|<xsd:pattern value="1"/>
            <xsd:enumeration value="1"/>|<xsd:enumeration value="1"/><xsd:whiteSpace value="preserve"/>
            <xsd:restriction base="xsd:token">|<xsd:restriction base="xsd:decimal">
            <xsd:complexType name="BType">|<xsd:group name="G"/><xsd:complexType name="BType">
            <xsd:complexType name="BType">|<xsd:include schemaLocation="x.xsd"/><xsd:complexType name="BType">
            elementFormDefault="qualified"|elementFormDefault="unqualified"
            elementFormDefault="qualified"|elementFormDefault="qualified" blockDefault="#all"
            """)
    @DisplayName("refuses what it does not understand")
    void refused(String known, String unknown) {
        assertThat(XSD).contains(known);
        assertThatThrownBy(() -> compile(XSD.replace(known, unknown)))
                .isInstanceOf(XsdElement.NotUnderstood.class)
                .hasMessageContaining("main.xsd");
    }

    private SchemaTables compile(String xsd) throws Exception {
        return SchemaCompiler.compile(Release.D16B, write(xsd));
    }

    private Path write(String xsd) throws IOException {
        return Files.writeString(folder.resolve("main.xsd"), xsd);
    }
}
