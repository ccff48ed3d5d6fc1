using System.CommandLine;
using NewsMesh.AllInOne.Verbs;
using NewsMesh.ServiceDefaults.Hosting;

namespace NewsMesh.AllInOne;

/// <summary>The command line <c>newsmesh</c>.</summary>
public static class CommandLine
{
    /// <summary>Runs one verb.</summary>
    /// <returns>An exit code of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken ct = default)
    {
        var root = new RootCommand("NewsMesh: articles in, enriched events out.")
        {
            UpVerb.Create(),
            ProcessVerb.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"newsmesh: {parsed.Errors[0].Message} See newsmesh --help.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, ct);
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

    private static string? Explain(Exception exception) =>
        exception is UsageException or FormatException or IOException or UnauthorizedAccessException
            ? StartFault.Explain(exception) ?? exception.Message
            : StartFault.Explain(exception);
}
