using System.Text.Json.Serialization;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage.Documents;

namespace NewsMesh.AllInOne.Explaining;

/// <summary>One of two articles to be compared.</summary>
internal sealed record ExplainedArticle
{
    /// <summary>Its id, or its file.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }

    [JsonIgnore]
    public string Text { get; init; } = "";
    public string? Source { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it arrived; null for a file.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Where the index has it; null for a file, or once its signature has left the index.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The story it is in; null for a file.</summary>
    public string? StoryId { get; init; }

    /// <summary>The signature that it was judged by; null for a file.</summary>
    [JsonIgnore]
    public ArticleSignature? Signature { get; init; }

    /// <summary>The bands it is found by; null for a file.</summary>
    [JsonIgnore]
    public IReadOnlyList<long>? Bands { get; init; }
}
