using System.CommandLine;
using NewsMesh.AllInOne.Amqp;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Processing;
using NewsMesh.AllInOne.Submitting;
using NewsMesh.ServiceDefaults.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh submit PATH|URL…</c>: drops articles and prints the ids they were taken under.</summary>
internal static class SubmitVerb
{
    private sealed record Arguments(string[] Inputs, string? Bus, string? To, bool Strict);

    public static Command Create()
    {
        var inputs = new Argument<string[]>("path-or-url")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Files as for process, folders of these, or http(s) addresses of pages to fetch.",
        };
        var bus = BusSettings.Option();
        var to = new Option<string?>("--to") { Description = "Address of a gateway, http://host:port, in place of a broker." };
        var strict = new Option<bool>("--strict") { Description = "Exit code 1 where an input was no submission." };
        var command = new Command("submit", "Drops articles, each confirmed, and prints their submission ids.") { inputs, bus, to, strict };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(inputs)!, parsed.GetValue(bus), parsed.GetValue(to), parsed.GetValue(strict)), ct));
        return command;
    }

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var sources = SubmissionInputs.Find(arguments.Inputs);
        using var traces = TelemetryConfiguration.ExportsByOtlp
            ? TelemetryConfiguration.Traces(Sdk.CreateTracerProviderBuilder(), "submit").Build()
            : null;
        await using var sink = await OpenAsync(arguments, ct);
        int taken = 0, refused = 0;
        try
        {
            await Progress.RunAsync("submitting", async tick =>
            {
                await foreach (var result in sink.SendAsync(SubmissionInputs.ReadAsync(sources, ct), ct))
                {
                    if (result.SubmissionId is { } id)
                    {
                        taken++;
                        Console.WriteLine(id);
                        tick();
                    }
                    else
                    {
                        refused++;
                        await Console.Error.WriteLineAsync($"{result.Name}: {result.Refusal}");
                    }
                }
            });
        }
        finally
        {
            await Console.Error.WriteLineAsync($"{taken} submitted, {refused} refused");
        }

        return arguments.Strict && refused > 0 ? ExitCodes.SomeRejected : ExitCodes.Done;
    }

    private static async Task<IArticleSink> OpenAsync(Arguments arguments, CancellationToken ct)
    {
        if (arguments.To is not { } to)
        {
            return await BrokerSink.OpenAsync(BusSettings.Read(arguments.Bus), ct);
        }

        if (arguments.Bus is not null)
        {
            throw new UsageException("Give --bus or --to, not both.");
        }

        // A base address without a slash at its end would lose its last segment.
        return SubmissionInputs.IsAddress(to)
            ? new GatewaySink(new Uri(to.TrimEnd('/') + "/"), TimeProvider.System)
            : throw new UsageException($"'{to}' is no http or https address.");
    }
}
