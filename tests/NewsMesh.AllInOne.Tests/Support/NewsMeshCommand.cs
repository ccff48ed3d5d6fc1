namespace NewsMesh.AllInOne.Tests.Support;

/// <summary>What one run of the command line did.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public string[] OutputLines => Lines(Output);

    public string[] ErrorLines => Lines(Errors);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the command line in this process.</summary>
internal static class NewsMeshCommand
{
    public static async Task<CommandResult> RunAsync(params string[] args)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var newOutput = new StringWriter { NewLine = "\n" };
        using var newErrors = new StringWriter { NewLine = "\n" };
        Console.SetOut(TextWriter.Synchronized(newOutput));
        Console.SetError(TextWriter.Synchronized(newErrors));
        try
        {
            var code = await CommandLine.RunAsync(args);
            return new CommandResult(code, newOutput.ToString(), newErrors.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }

    /// <summary>Runs a command that must fail as every wrong use does: exit code 2 and one line on standard error.</summary>
    public static async Task<string> FailAsync(params string[] args)
    {
        var result = await RunAsync(args);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        return Assert.Single(result.ErrorLines);
    }
}
