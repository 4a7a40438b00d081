package org.tegata.bench.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.bill.BillReader;

/** What is measured is worth measuring: bills without fault, of the size that is told. */
class GeneratedBillTest {
    private static final BillReader READER = new BillReader();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 50, 500})
    void shouldMakeBillsWithoutFaultThatDcsaCanSay(int containers) throws Exception {
        byte[] xml = new GeneratedBill("TEST-" + containers, containers).bytes();
        var bill = READER.xml(xml);
        assertThat(bill.report().findings()).isEmpty();
        assertThat(bill.transportDocument().get("utilizedTransportEquipments")).hasSize(containers);
        assertThat(new SchemaAnchor().validate(xml)).isZero();
        var back = READER.transportDocument(bill.transportDocument().toString());
        assertThat(back.report().findings()).isEmpty();
    }

    @Test
    void shouldMakeABillOfFiftyContainersOfTheSizeThatIsTold() {
        assertThat(new GeneratedBill("TEST-50", 50).bytes().length).isBetween(100_000, 125_000);
    }

    @Test
    void shouldLetTheAnchorFindFaults() throws Exception {
        String bill = new String(new GeneratedBill("TEST", 1).bytes(), java.nio.charset.StandardCharsets.UTF_8);
        byte[] faulty =
                bill.replace("ram:TypeCode>705", "ram:NoCode>705").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(new SchemaAnchor().validate(faulty)).isPositive();
    }

    @Test
    void shouldGiveContainersTheirCheckDigits() {
        assertThat(List.of(GeneratedBill.container(417_250), GeneratedBill.container(417_263)))
                .containsExactly("SOLU4172502", "SOLU4172631");
    }
}
