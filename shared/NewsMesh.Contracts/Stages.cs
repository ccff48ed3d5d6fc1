namespace NewsMesh.Contracts;

/// <summary>Names of the stages, as in stage records, rejections, spans and metrics.</summary>
public static class Stages
{
    public const string Ingest = "ingest";
    public const string Stripping = "stripping";
    public const string Entities = "entities";
    public const string Dedup = "dedup";

    /// <summary>All stages in the order that an article passes them.</summary>
    public static IReadOnlyList<string> All { get; } = [Ingest, Stripping, Entities, Dedup];
}
