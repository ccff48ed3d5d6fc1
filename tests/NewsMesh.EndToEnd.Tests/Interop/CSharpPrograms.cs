using System.Diagnostics;
using System.Reflection.PortableExecutable;
using System.Threading.RateLimiting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>
/// File-based programs in C#, compiled as <c>dotnet run FILE.cs</c> would, but against the packages that the tests have,
/// which takes a second and no package feed.
/// </summary>
internal static class CSharpPrograms
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Lets the compiler pass over the lines with <c>#:</c>, which are for the command line.</summary>
    private const string FileBasedFeature = "FileBasedProgram";

    /// <summary>What the packages that the README names bring with them.</summary>
    private static readonly string[] Packages = ["MassTransit*.dll", "RabbitMQ.Client.dll", "Microsoft.Extensions.*.dll"];

    /// <summary>A package built for an older .NET refers to older versions of its assemblies: every SDK build silences that.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> SilencedByTheSdk = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    public static ProcessStartInfo Prepare(string folder, string code)
    {
        var packages = Packages.SelectMany(pattern => Directory.EnumerateFiles(AppContext.BaseDirectory, pattern)).ToList();
        foreach (var package in packages)
        {
            File.Copy(package, Path.Combine(folder, Path.GetFileName(package)));
        }

        File.Copy(
            Path.Combine(AppContext.BaseDirectory, typeof(CSharpPrograms).Assembly.GetName().Name + ".runtimeconfig.json"),
            Path.Combine(folder, "client.runtimeconfig.json"));
        var program = Path.Combine(folder, "client.dll");
        Compile(code, packages, program);
        return new ProcessStartInfo("dotnet", ["exec", program]);
    }

    private static void Compile(string code, IEnumerable<string> packages, string program)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithFeatures([new(FileBasedFeature, "true")]);
        var references = FrameworkAssemblies().Concat(packages).DistinctBy(Path.GetFileName).Select(path => MetadataReference.CreateFromFile(path));
        var result = CSharpCompilation.Create(
            "client",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parsing), CSharpSyntaxTree.ParseText(code, parsing)],
            references,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: SilencedByTheSdk))
            .Emit(program);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()));
    }

    /// <summary>Of .NET and of ASP.NET Core, which carries some of what the packages depend on.</summary>
    private static IEnumerable<string> FrameworkAssemblies() =>
        ((Type[])[typeof(object), typeof(RateLimiter)])
            .SelectMany(type => Directory.EnumerateFiles(Path.GetDirectoryName(type.Assembly.Location)!, "*.dll"))
            .Where(IsManaged);

    private static bool IsManaged(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        return image.HasMetadata;
    }
}
