namespace NewsMesh.Dedup.Signatures;

/// <summary>An article's figures, decoded for comparison; the room is used again from article to article.</summary>
internal sealed class FigureList
{
    private ushort[] _codes = [];
    private ushort[] _places = [];
    private int _count;

    /// <summary>Codes, in the order of the text.</summary>
    public ReadOnlySpan<ushort> Codes => _codes.AsSpan(0, _count);

    /// <summary>For each figure the number of shingles before it.</summary>
    public ReadOnlySpan<ushort> Places => _places.AsSpan(0, _count);

    public void Read(ArticleSignature article)
    {
        _count = article.FigureCount;
        if (_codes.Length < _count)
            (_codes, _places) = (new ushort[_count], new ushort[_count]);
        article.ReadFigures(_codes, _places);
    }

    public int CountDistinct()
    {
        var distinct = 0;
        for (var i = 0; i < _count; i++)
            distinct += IsFirst(i) ? 1 : 0;
        return distinct;
    }

    /// <summary>Distinct figures that the other has too.</summary>
    public int CountShared(FigureList other)
    {
        var shared = 0;
        for (var i = 0; i < _count; i++)
            shared += IsFirst(i) && other.Codes.Contains(_codes[i]) ? 1 : 0;
        return shared;
    }

    private bool IsFirst(int i) => !_codes.AsSpan(0, i).Contains(_codes[i]);
}
