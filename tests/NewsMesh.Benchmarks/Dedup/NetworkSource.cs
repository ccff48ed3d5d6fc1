using System.Globalization;
using System.Text;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>A trained network as the source file that the library compiles.</summary>
internal static class NetworkSource
{
    private const int NumbersPerLine = 11;

    public static string Of(PairNetwork network, string space, string type)
    {
        var (rows, biases, output, outputBias) = network.Export();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"namespace {space};");
        text.AppendLine();
        text.AppendLine("/// <summary>Written by the training of the benchmarks; not by hand.</summary>");
        text.AppendLine(CultureInfo.InvariantCulture, $"public static partial class {type}");
        text.AppendLine("{");
        text.AppendLine(CultureInfo.InvariantCulture, $"    private const float OutputBias = {Number(outputBias)};");
        Append(text, "HiddenWeights", rows, rows.Length / biases.Length);
        Append(text, "HiddenBiases", biases, biases.Length);
        Append(text, "OutputWeights", output, output.Length);
        text.AppendLine("}");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder text, string name, float[] values, int perRow)
    {
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"    private static ReadOnlySpan<float> {name} =>");
        text.AppendLine("    [");
        foreach (var row in values.Chunk(perRow).SelectMany(row => row.Chunk(NumbersPerLine)))
            text.AppendLine("        " + string.Join(", ", row.Select(Number)) + ",");
        text.AppendLine("    ];");
    }

    private static string Number(float value) => value.ToString("G6", CultureInfo.InvariantCulture) + "f";
}
