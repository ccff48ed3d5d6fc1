using System.Buffers;
using System.CommandLine;
using NewsMesh.AllInOne.Amqp;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh tail</c>: prints enriched events as they come, one JSON object a line.</summary>
internal static class TailVerb
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private sealed record Arguments(string? Bus, string Filter, int? Count);

    public static Command Create()
    {
        var bus = BusSettings.Option();
        var filter = new Option<string>("--filter")
        {
            DefaultValueFactory = _ => "#",
            Description = "Binding key over language.status: en.unique, de.*, *.near; # for every event.",
        };
        var count = new Option<int?>("--count") { Description = "Ends after so many events." };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--count must be at least 1.");
            }
        });
        var command = new Command("tail", "Prints enriched events as they come.") { bus, filter, count };
        command.SetAction((parsed, ct) => RunAsync(
            new(parsed.GetValue(bus), parsed.GetValue(filter)!, parsed.GetValue(count)), ct));
        return command;
    }

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var tail = new EventTail(BusSettings.Read(arguments.Bus), arguments.Filter, TimeProvider.System);
        await using var output = Console.OpenStandardOutput();
        var left = arguments.Count ?? int.MaxValue;
        try
        {
            await foreach (var json in tail.ReadAsync(line => Console.Error.WriteLine("newsmesh: " + line), ct))
            {
                // Raw line ends are white space in JSON: one event stays one line.
                json.AsSpan().ReplaceAny(LineEnds, (byte)' ');
                await output.WriteAsync(json, ct);
                await output.WriteAsync(LineEnd, ct);
                await output.FlushAsync(ct);
                if (arguments.Count is not null && --left == 0)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Ctrl+C is how a tail ends.
        }

        return ExitCodes.Done;
    }
}
