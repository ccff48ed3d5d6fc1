using System.CommandLine;
using NewsMesh.AllInOne.Amqp;
using NewsMesh.AllInOne.Verbs;
using NewsMesh.ServiceDefaults.Hosting;
using RabbitMQ.Client.Exceptions;

namespace NewsMesh.AllInOne;

/// <summary>The command line <c>newsmesh</c>.</summary>
public static class CommandLine
{
    /// <summary>
    /// How long Ctrl+C or SIGTERM waits for a verb to end well: above what a host takes to drain its work in flight.
    /// </summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Runs one verb.</summary>
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken ct = default)
    {
        var root = new RootCommand("NewsMesh: articles in, enriched events out.")
        {
            UpVerb.Create(),
            ProcessVerb.Create(),
            StripVerb.Create(),
            EntitiesVerb.Create(),
            DedupVerb.Create(),
            StoriesVerb.Create(),
            ExplainVerb.Create(),
            ReindexVerb.Create(),
            SubmitVerb.Create(),
            TailVerb.Create(),
            DeadLettersVerb.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"newsmesh: {parsed.Errors[0].Message} See newsmesh --help.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = DrainTimeout }, ct);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception e) when (Explain(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync("newsmesh: " + sentence);
            return ExitCodes.Usage;
        }
    }

    private static string? Explain(Exception exception) => exception switch
    {
        UsageException or FormatException or IOException or UnauthorizedAccessException =>
            StartFault.Explain(exception) ?? exception.Message,
        OperationInterruptedException { ShutdownReason: { } reason } => "The broker refuses: " + Printable.Line(reason.ReplyText),
        RabbitMQClientException => "The connection to the broker failed: " + Printable.Line(exception.Message),
        _ => StartFault.Explain(exception),
    };
}
