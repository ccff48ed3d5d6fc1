namespace NewsMesh.Stripping.Scoring;

/// <summary>What the phrases in a block tell of it.</summary>
[Flags]
internal enum Cues
{
    None = 0,

    /// <summary>A request, a notice or a label of the site, not of the article.</summary>
    Notice = 1 << 0,

    /// <summary>The heading of what follows an article: comments, related stories.</summary>
    Ender = 1 << 1,

    /// <summary>The heading of the comments.</summary>
    Comments = 1 << 2,
}
