package org.tegata.rules.oracle;

import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.level.EErrorLevel;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.EValidationType;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xrechnung.XRechnungValidation;
import com.helger.xml.serialize.read.DOMReader;
import com.helger.xml.serialize.read.DOMReaderSettings;
import java.util.Locale;
import java.util.TreeSet;
import org.tegata.problem.Severity;

/** The official rules as everybody runs them: phive, just as its documentation says. */
public final class PhiveOracle implements Referee {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY = registry();

    private final Edition edition;

    public PhiveOracle(Edition edition) {
        this.edition = edition;
    }

    @Override
    public Ruling judge(byte[] xml) {
        var settings = new DOMReaderSettings();
        settings.setErrorHandler(new org.xml.sax.helpers.DefaultHandler());
        settings.exceptionCallbacks().removeAll();
        var document = DOMReader.readXMLDOM(xml, settings);
        if (document == null) {
            return Ruling.of(Ruling.Outcome.UNREADABLE);
        }
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                REGISTRY.getOfID(DVRCoordinate.parseOrNull(edition.official())),
                ValidationSourceXML.create("invoice.xml", document),
                Locale.ENGLISH);
        var fired = new TreeSet<String>();
        boolean aborted = false;
        for (var result : results) {
            if (result.getValidationArtefact().getValidationType() == EValidationType.XSD) {
                if (result.getErrorList().containsAtLeastOneError()) {
                    return Ruling.of(Ruling.Outcome.SCHEMA_BROKEN);
                }
                continue;
            }
            for (IError error : result.getErrorList()) {
                if (error.getErrorID() == null || error.getErrorID().isEmpty() || error.hasLinkedException()) {
                    aborted = true;
                } else {
                    fired.add(Ruling.fired(error.getErrorID(), severity(error)));
                }
            }
        }
        return aborted ? Ruling.aborted(fired) : Ruling.judged(fired);
    }

    private static Severity severity(IError error) {
        if (error.getErrorLevel().isGE(EErrorLevel.ERROR)) {
            return Severity.ERROR;
        }
        return error.getErrorLevel().isGE(EErrorLevel.WARN) ? Severity.WARNING : Severity.INFORMATION;
    }

    private static ValidationExecutorSetRegistry<IValidationSourceXML> registry() {
        var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(registry);
        XRechnungValidation.initXRechnung(registry);
        return registry;
    }
}
