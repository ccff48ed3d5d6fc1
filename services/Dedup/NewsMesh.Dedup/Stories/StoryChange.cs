namespace NewsMesh.Dedup.Stories;

/// <summary>A story whose articles are others now than was said before, but for one that only gained the article placed.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="MergedInto">The story that it is part of now, or null.</param>
/// <param name="Members">Its articles after the change, or those of the story that it went into.</param>
/// <param name="Because">One of <see cref="StoryChangeReasons"/>.</param>
public sealed record StoryChange(string StoryId, string? MergedInto, IReadOnlyList<string> Members, string Because);
