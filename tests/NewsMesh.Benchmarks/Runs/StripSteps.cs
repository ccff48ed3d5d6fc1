using NewsMesh.Stripping;
using NewsMesh.Stripping.Html;

namespace NewsMesh.Benchmarks.Runs;

/// <summary>Stripping up to one of its steps.</summary>
internal static class StripSteps
{
    private static readonly StrippingLimits Limits = new();
    private static readonly ArticleStripper Stripper = new();

    public static void Parse(string page) => PageParser.Parse(page, Limits, default)?.Dispose();

    /// <summary>Parses the page, cuts it into blocks and decides on them.</summary>
    public static void Score(string page) => Stripper.Decide(new StripRequest { Html = page }, page, default);

    /// <summary>The whole of it.</summary>
    public static void Emit(string page) => Stripper.Strip(new StripRequest { Html = page });
}
