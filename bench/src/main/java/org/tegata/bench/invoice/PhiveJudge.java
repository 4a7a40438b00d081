package org.tegata.bench.invoice;

import com.helger.diagnostics.error.IError;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The anchor: phive with the official schema and the official Schematron of EN 16931, called as its manual says. */
final class PhiveJudge implements Judge {
    // java.util.logging keeps loggers by weak reference only
    private static final Logger LIBRARY = Logger.getLogger("com.helger");

    private final IValidationExecutorSet<IValidationSourceXML> rules;

    PhiveJudge() {
        LIBRARY.setLevel(Level.SEVERE);
        ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
        EN16931Validation.initEN16931(registry);
        rules = registry.getOfID(EN16931Validation.VID_CII_1316);
    }

    @Override
    public String name() {
        return "phive";
    }

    @Override
    public int judge(byte[] invoice) {
        return validate(invoice).getAllFailures().size();
    }

    @Override
    public Set<String> verdict(byte[] invoice) {
        Set<String> fired = new HashSet<>();
        boolean schema = true;
        for (ValidationResult layer : validate(invoice)) {
            for (IError error : layer.getErrorList()) {
                fired.add(schema ? SCHEMA : error.getErrorID() + " " + severity(error));
            }
            schema = false;
        }
        return fired;
    }

    private static String severity(IError error) {
        String id = error.getErrorLevel().getID().toLowerCase(Locale.ROOT);
        return id.startsWith("warn") ? "warning" : id.startsWith("info") ? "information" : "error";
    }

    private ValidationResultList validate(byte[] invoice) {
        return ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules,
                ValidationSourceXML.create(new ReadableResourceByteArray("invoice.xml", invoice)));
    }
}
