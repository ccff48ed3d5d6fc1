using System.Runtime.InteropServices;
using NewsMesh.Entities.Features;
using NewsMesh.Entities.Models;

namespace NewsMesh.Entities.Layers;

/// <summary>The vector of a word: its embedding, then its affixes, its shape and its cased form, each a row of a table.</summary>
internal sealed class InputLayer
{
    private readonly int _embedding;
    private readonly int _affix;
    private readonly int _shape;
    private readonly int _cased;
    private readonly ReadOnlyMemory<byte> _codes;
    private readonly ReadOnlyMemory<byte> _scales;
    private readonly float[] _codebook;
    private readonly float[] _unknown;
    private readonly float[] _affixTable;
    private readonly float[] _shapeTable;
    private readonly float[] _casedTable;

    public InputLayer(ModelFile file)
    {
        var sizes = file.Header.Architecture;
        (_embedding, _affix, _shape, _cased) = (sizes.Embedding, sizes.Affix, sizes.Shape, sizes.Cased);
        Size = sizes.Input;
        var (words, casedWords) = (file.Rows("embedding.hashes"), file.Rows("cased.hashes"));
        Features = new WordFeatures(
            new HashIndex(file.UInts("embedding.hashes", words)),
            new HashIndex(file.UInts("cased.hashes", casedWords)),
            sizes.AffixBuckets,
            sizes.ShapeBuckets);
        _codes = file.Codes("embedding.codes", words, _embedding / 2);
        _scales = file.Halves("embedding.scales", words);
        _codebook = [.. file.Header.Codebook];
        _unknown = file.Floats("embedding.unknown", _embedding);
        _affixTable = file.Floats("affix.table", sizes.AffixBuckets, _affix);
        _shapeTable = file.Floats("shape.table", sizes.ShapeBuckets, _shape);
        _casedTable = file.Floats("cased.table", casedWords + 1, _cased);
    }

    public WordFeatures Features { get; }

    /// <summary>Elements of a vector.</summary>
    public int Size { get; }

    /// <summary>Writes a word's vector.</summary>
    /// <param name="rows">From <see cref="Features"/>.</param>
    /// <param name="target">Of <see cref="Size"/>.</param>
    public void Fill(in WordRows rows, Span<float> target)
    {
        WriteEmbedding(rows.Embedding, target);
        var at = _embedding;
        foreach (var row in rows.Affixes)
        {
            at = Copy(_affixTable, row, _affix, target, at);
        }

        at = Copy(_shapeTable, rows.Shape, _shape, target, at);
        Copy(_casedTable, rows.Cased, _cased, target, at);
    }

    private void WriteEmbedding(int row, Span<float> target)
    {
        if (row < 0)
        {
            _unknown.CopyTo(target);
            return;
        }

        // 4-bit codes into a book of sixteen values, times the word's own scale; the low half of a byte comes first.
        var scale = (float)MemoryMarshal.Cast<byte, Half>(_scales.Span)[row];
        var codes = _codes.Span.Slice(row * _embedding / 2, _embedding / 2);
        for (var i = 0; i < codes.Length; i++)
        {
            target[2 * i] = _codebook[codes[i] & 15] * scale;
            target[(2 * i) + 1] = _codebook[codes[i] >> 4] * scale;
        }
    }

    private static int Copy(float[] table, int row, int width, Span<float> target, int at)
    {
        table.AsSpan(row * width, width).CopyTo(target[at..]);
        return at + width;
    }
}
