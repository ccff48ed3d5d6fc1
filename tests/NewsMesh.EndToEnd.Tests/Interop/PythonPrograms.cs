using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>Programs in Python, run by Debian's interpreter: its package python3-pika is seen by that one alone.</summary>
internal static class PythonPrograms
{
    private const string Interpreter = "/usr/bin/python3";

    private static readonly Lazy<string?> Checked = new(Check);

    /// <summary>Why none can run here, or null.</summary>
    public static string? Missing => Checked.Value;

    public static ProcessStartInfo Prepare(string folder, string code)
    {
        var file = Path.Combine(folder, "client.py");
        File.WriteAllText(file, code);
        return new ProcessStartInfo(Interpreter, [file]);
    }

    private static string? Check()
    {
        if (!File.Exists(Interpreter))
        {
            return $"{Interpreter} is not there (Debian packages python3, python3-pika)";
        }

        return Tool.Run(Interpreter, ["-c", "import pika"]) is null ? null : "pika is not installed (Debian package python3-pika)";
    }
}
