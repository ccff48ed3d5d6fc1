using System.Text.Json.Serialization;

namespace NewsMesh.Entities.Models;

/// <summary>The JSON header of a model file.</summary>
internal sealed record ModelHeader
{
    /// <summary>Version of the rules by which words become features; another one would read the weights wrongly.</summary>
    public const int SupportedRules = 1;

    public required string Name { get; init; }

    public required string ModelVersion { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required string Licence { get; init; }

    public required int Rules { get; init; }

    /// <summary>The tags of the output, in its order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    public required ModelArchitecture Architecture { get; init; }

    /// <summary>The values of the 4-bit codes.</summary>
    public required IReadOnlyList<float> Codebook { get; init; }

    public required ModelCalibration Calibration { get; init; }

    public required IReadOnlyList<ModelTensor> Tensors { get; init; }

    /// <exception cref="InvalidDataException">This program cannot use such a model.</exception>
    public void Check(long fileLength)
    {
        if (Rules != SupportedRules)
        {
            throw new InvalidDataException($"it was made for version {Rules} of the word features, this program has version {SupportedRules}");
        }

        if (Codebook.Count != 16)
        {
            throw new InvalidDataException("its code book does not have 16 values");
        }

        if (Languages.Concat(Labels).Any(text => text is null) || Tensors.Any(tensor => tensor is null))
        {
            throw new InvalidDataException("its header has empty elements");
        }

        if (Tensors.GroupBy(tensor => tensor.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"it has the tensor '{twice.Key}' twice");
        }

        Architecture.Check();
        Calibration.Check();
        foreach (var tensor in Tensors)
        {
            tensor.Check(fileLength);
        }
    }
}

/// <summary>Reads the header without reflection, which would take longer than all the rest of loading.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ModelHeader))]
internal sealed partial class ModelHeaderJson : JsonSerializerContext;
