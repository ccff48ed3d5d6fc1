namespace NewsMesh.Entities;

/// <summary>The entity types of the outside surface, and the taggers' names for them.</summary>
public static class EntityTypes
{
    public const string Person = "PERSON";
    public const string Location = "LOCATION";
    public const string Organization = "ORGANIZATION";
    public const string Misc = "MISC";

    /// <summary>The type that a tagger's <see cref="NameSpan.Type"/> stands for.</summary>
    internal static string FromTag(string tag) => tag switch
    {
        "PER" => Person,
        "LOC" => Location,
        "ORG" => Organization,
        "MISC" => Misc,
        _ => throw new ArgumentException($"Not a type of names: {tag}"),
    };
}
