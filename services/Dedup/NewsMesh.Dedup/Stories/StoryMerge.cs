namespace NewsMesh.Dedup.Stories;

/// <summary>Two workers had opened two stories for one event at the same time; one is part of the other now.</summary>
/// <param name="StoryId">The story that ended.</param>
/// <param name="MergedInto">The story that goes on.</param>
/// <param name="Members">Articles of the latter after the merge.</param>
public sealed record StoryMerge(string StoryId, string MergedInto, IReadOnlyList<string> Members);
