package org.tegata.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tegata.cli.platform.EblPlatform;
import org.tegata.cli.platform.Folders;
import org.tegata.cli.platform.Platform;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tegata up}: both platforms, until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        header = "Start both platforms and keep them running until Ctrl-C.",
        description = {
            "",
            "Prints where each service answers, tokens of the sample parties, and calls to try.",
            "The data stay in .tegata/data and are there again at the next start.",
            ""
        })
final class UpCommand implements Callable<Integer> {
    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--throw-away",
            description = "Use a fresh folder for the data and remove it at the end; .tegata/data is not touched.")
    private boolean throwAway;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Folders folders = throwAway ? Folders.throwAway(Folders.checkout()) : Folders.lasting(Folders.checkout());
        out.println("Starting two trade platforms on this machine.");
        out.flush();
        Platform platform = options.start(folders, line -> {
            out.println("  " + line);
            out.flush();
        });
        welcome(out, platform);
        out.flush();
        String end = platform.awaitDeath();
        spec.commandLine().getErr().println("tegata: " + end);
        return 1;
    }

    private static void welcome(PrintWriter out, Platform platform) {
        for (EblPlatform each : EblPlatform.values()) {
            out.println();
            out.println("Platform " + each + " (" + each.title() + ")");
            Stream.of(Service.values())
                    .filter(service -> service.platform() == each)
                    .forEach(service -> out.printf(
                            "  %-16s %s   try it: %s/q/swagger-ui   OpenAPI: %s/q/openapi%n",
                            service.label(), platform.url(service), platform.url(service), platform.url(service)));
        }
        out.println();
        out.println("Bearer tokens of the sample parties (valid for 12 hours; more: POST " + platform.tokenEndpoint()
                + " with grant_type=client_credentials, client_id=<name below>, client_secret=sample)");
        for (SampleParty party : SampleParty.values()) {
            out.printf(
                    "%n  %s: %s, %s, client_id %s%n  %s%n",
                    party.role(), party.companyName(), party.id(), party.clientId(), platform.token(party));
            if (!party.isOperator()) {
                out.println("  its key: " + platform.keyFile(party));
            }
        }
        calls(out, platform);
        acts(out, platform);
        out.println();
        out.println("Running. Ctrl-C stops everything; the data stay. Logs: .tegata/logs");
    }

    private static void calls(PrintWriter out, Platform platform) {
        String shipper = platform.token(SampleParty.SHIPPER);
        out.println();
        out.println("Calls to paste, from the checkout's folder in another terminal:");
        out.println();
        out.println("# 1. the shipper asks whether an invoice is valid: 200 with a report, nothing is stored");
        out.println("curl -sS " + platform.url(Service.INVOICES) + "/invoices/validate -H 'Authorization: Bearer "
                + shipper + "' -H 'Content-Type: application/xml' --data-binary @examples/trade/export-invoice.xml");
        out.println();
        out.println("# 2. the shipper submits it: 201 the first time, the same invoice again with the same key");
        out.println("curl -sS " + platform.url(Service.INVOICES) + "/invoices -H 'Authorization: Bearer " + shipper
                + "' -H 'Idempotency-Key: my-first-invoice' -H 'Content-Type: application/xml'"
                + " --data-binary @examples/trade/export-invoice.xml");
        out.println();
        out.println(
                "# 3. the importer lists the bills on its own platform: none yet, ./tegata demo shows how they come");
        out.println("curl -sS " + platform.url(Service.REGISTRY_B) + "/bills -H 'Authorization: Bearer "
                + platform.token(SampleParty.IMPORTER) + "'");
    }

    private static void acts(PrintWriter out, Platform platform) {
        String registry = platform.url(Service.REGISTRY).toString();
        String carrier = platform.token(SampleParty.CARRIER);
        out.println();
        out.println("# 4. the carrier drafts a bill of lading: 201 with its id, which the next calls need");
        out.println("curl -sS " + registry + "/bills -H 'Authorization: Bearer " + carrier
                + "' -H 'Idempotency-Key: my-first-bill' -H 'Content-Type: application/xml'"
                + " --data-binary @examples/trade/bill-of-lading.xml");
        out.println();
        out.println("# 5. and issues it, signed on this machine with its own key: the shipper holds it");
        out.println("BILL=<the id>");
        out.println("TEGATA_TOKEN=" + carrier + " ./tegata act issue --bill $BILL --registry " + registry + " --key "
                + platform.keyFile(SampleParty.CARRIER));
        out.println();
        out.println("# 6. the shipper logs in with a second factor (here: says so; good for five minutes) ...");
        out.println("TOKEN=$(curl -sS " + platform.tokenEndpoint() + " -d grant_type=client_credentials -d client_id="
                + SampleParty.SHIPPER.clientId() + " -d client_secret=sample -d acr_values=mfa"
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/')");
        out.println("HEAD=$(curl -sS " + registry + "/bills/$BILL -H \"Authorization: Bearer $TOKEN\""
                + " | sed 's/.*\"head\":\"\\([^\"]*\\).*/\\1/')");
        out.println("# ... and transfers it by the key that the platform keeps for it: no key of its own is needed");
        out.println("curl -sS " + registry + "/bills/$BILL/acts -H \"Authorization: Bearer $TOKEN\""
                + " -H 'Idempotency-Key: my-first-act' -H 'Content-Type: application/json'"
                + " -d '{\"billId\":\"'$BILL'\",\"head\":\"'$HEAD'\",\"act\":\"TRANSFER\",\"actor\":\""
                + SampleParty.SHIPPER.id() + "\",\"recipient\":{\"party\":\"" + SampleParty.CONFIRMING_BANK.id()
                + "\"}}'");
        out.println();
        out.println("# 7. the bank verifies the whole record, with published keys only");
        out.println("TEGATA_TOKEN=" + platform.token(SampleParty.CONFIRMING_BANK)
                + " ./tegata verify-chain --bill $BILL" + " --registry " + registry);
    }
}
