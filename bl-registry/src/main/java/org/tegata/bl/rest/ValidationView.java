package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.mapping.Unsaid;
import org.tegata.bl.application.CheckBill;
import org.tegata.problem.Finding;

/**
 * The verdict on a bill that was not stored, and the bill in the other language.
 *
 * @param valid no finding of severity ERROR
 * @param findings in places of the document that came
 * @param unsaid what of it the other language cannot say
 * @param transportDocument of a valid bill that came as XML
 * @param xml of a valid bill that came as JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValidationView(
        String ruleSet,
        boolean valid,
        List<Finding> findings,
        List<Unsaid> unsaid,

        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable
        String transportDocument,

        @Nullable String xml) {

    static ValidationView of(CheckBill.Judged judged) {
        var report = judged.report();
        return new ValidationView(
                report.ruleSet(),
                report.valid(),
                report.findings(),
                judged.unsaid(),
                judged.transportDocument(),
                judged.xml());
    }
}
