namespace NewsMesh.Entities.Grouping;

/// <summary>A mention before it has an entity.</summary>
/// <param name="Type">One of <see cref="EntityTypes"/>.</param>
/// <param name="Name">Its words in clean form: no invisible characters, plain quotes, single spaces.</param>
internal sealed record TypedMention(string Type, EntityMention Mention, string Name)
{
    /// <summary>The name for comparison: small letters, no full stops, no leading "the".</summary>
    public string Key { get; } = NameKey.Of(Name);
}
