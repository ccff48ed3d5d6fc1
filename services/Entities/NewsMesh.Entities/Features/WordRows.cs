using System.Runtime.CompilerServices;

namespace NewsMesh.Entities.Features;

/// <summary>The rows of the model's tables that make up a word's vector.</summary>
internal struct WordRows
{
    /// <summary>-1 where the word has no vector.</summary>
    public int Embedding;

    /// <summary>Prefixes of 1 to 4 units, then suffixes.</summary>
    public AffixRows Affixes;

    public int Shape;

    /// <summary>0 where the word, in its own case, is not in the table.</summary>
    public int Cased;

    [InlineArray(WordFeatures.Affixes)]
    internal struct AffixRows
    {
        private int _first;
    }
}
