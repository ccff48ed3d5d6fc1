using System.ComponentModel;
using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>Runs programs of the machine to their end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs a program. Gives null where it ended well, else the last line of what it said.</summary>
    public static string? Run(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(info)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return $"{program} took more than {Patience.TotalSeconds} s";
            }

            Task.WaitAll(output, errors);
            return process.ExitCode == 0
                ? null
                : errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"{program} failed";
        }
        catch (Win32Exception)
        {
            return $"{program} is not installed";
        }
    }
}
