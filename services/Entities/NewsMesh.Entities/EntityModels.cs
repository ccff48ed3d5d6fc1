namespace NewsMesh.Entities;

/// <summary>The models that come with the library, as files beside the program.</summary>
public static class EntityModels
{
    /// <summary>English; trained with CoNLL-2003, whose text is licensed for research: read its card before other use.</summary>
    public const string Full = "en-full";

    /// <summary>English; trained on openly licensed texts alone.</summary>
    public const string Open = "en-open";

    private const string Ending = ".ner";

    /// <summary>The file of a model.</summary>
    /// <param name="model">A name as above, or the path of a file ending in <c>.ner</c>.</param>
    public static string Locate(string model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        return model.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)
            ? model
            : Path.Combine(AppContext.BaseDirectory, "Models", model + Ending);
    }

    /// <summary>Loads a model: it takes some tens of milliseconds and about 25 MB, and serves all threads.</summary>
    /// <param name="model">As in <see cref="Locate"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message names it.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, of another version, or no model; the message names it and says which.</exception>
    public static INameTagger Load(string model = Full)
    {
        var path = Locate(model);
        var file = Models.ModelFile.Open(path);
        try
        {
            return new Tagging.NeuralTagger(file, Numerics.Kernels.Supported[0]);
        }
        catch (InvalidDataException e)
        {
            throw Models.ModelFile.Unusable(path, e);
        }
    }
}
