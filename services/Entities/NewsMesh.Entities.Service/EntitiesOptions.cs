using NewsMesh.ServiceDefaults;

namespace NewsMesh.Entities.Service;

/// <summary>Settings of the entities stage; configuration section <c>NewsMesh:Entities</c>.</summary>
public sealed record EntitiesOptions
{
    public const string Section = "NewsMesh:Entities";

    /// <summary><see cref="EntityModels.Full"/>, <see cref="EntityModels.Open"/>, or the path of a model file (<c>.ner</c>).</summary>
    public string Model { get; init; } = EntityModels.Full;

    /// <summary>Reads the settings.</summary>
    public static EntitiesOptions From(IConfiguration configuration) => Settings.Bind<EntitiesOptions>(configuration, Section);

    /// <summary>Loads the model. Throws <see cref="SettingException"/> for one that cannot be used.</summary>
    public IEntityRecognizer LoadRecognizer()
    {
        try
        {
            return EntityRecognizer.Load(Model);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException(
                $"Setting '{Section}:{nameof(Model)}' is '{Model}': {e.Message} It must be {EntityModels.Full}, {EntityModels.Open} or the path of a .ner file.", e);
        }
    }
}
