namespace NewsMesh.Entities;

/// <summary>The entity types of the outside surface, and the tags they come from.</summary>
public static class EntityTypes
{
    public const string Person = "PERSON";
    public const string Location = "LOCATION";
    public const string Organization = "ORGANIZATION";
    public const string Misc = "MISC";

    internal static string FromTag(ReadOnlySpan<char> tag) => tag[2..] switch
    {
        "PER" => Person,
        "LOC" => Location,
        "ORG" => Organization,
        "MISC" => Misc,
        _ => throw new ArgumentException($"Not an entity tag: {tag}"),
    };
}
