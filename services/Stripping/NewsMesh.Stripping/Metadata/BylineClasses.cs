using System.Collections.Frozen;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Class names that sites give to the author's name.</summary>
internal static class BylineClasses
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "author", "byline", "author-name", "authorname", "byline-name", "byline__name", "author__name", "entry-author", "post-author",
        "article-author",
        "article__author", "story-byline", "autor", "p-author", "byline__author", "article-byline", "c-byline__author", "post__author",
        "authors",
    ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether one of an element's classes is among them.</summary>
    public static bool ContainsAny(ReadOnlySpan<char> classes)
    {
        foreach (var part in classes.Split(' '))
        {
            if (Lookup.Contains(classes[part]))
                return true;
        }

        return false;
    }
}
