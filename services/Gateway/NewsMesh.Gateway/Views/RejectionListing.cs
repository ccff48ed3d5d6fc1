using NewsMesh.Contracts;

namespace NewsMesh.Gateway.Views;

/// <summary>The latest rejections, newest first, and the number of all of them by reason.</summary>
public sealed record RejectionListing(IReadOnlyList<ArticleRejected> Items, IReadOnlyDictionary<string, long> ByReason);
