namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// How many of the latest articles have a shingle: a table of counters by hash (a count-min sketch of one row; Cormode and
/// Muthukrishnan 2005) that is halved now and then, so that it follows the stream in constant memory (2 MB). Counts of different
/// shingles meet in one counter; the rarity classes are far too coarse to notice. Safe for concurrent use.
/// </summary>
public sealed class ShingleFrequencies
{
    private const int Bits = 20;

    /// <summary>
    /// Logarithms of articles by articles-with from which a shingle counts as rare, less rare and common; below the last one it
    /// is a phrase of the trade. About one article in 250, 90 and 30.
    /// </summary>
    private static readonly double[] Bounds = [5.5, 4.5, 3.5];

    private readonly Lock _gate = new();
    private readonly ushort[] _counts = new ushort[1 << Bits];
    private readonly int _halfLife;
    private double _articles;
    private int _sinceHalving;

    public ShingleFrequencies(DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _articles = parameters.FrequencyPrior;
        _halfLife = parameters.FrequencyHalfLife;
    }

    /// <summary>
    /// Counts one article's distinct shingles and gives the rarity class of each before it came: 0 rare to 3 common.
    /// </summary>
    /// <param name="shingles">Hashes of <see cref="ArticleSignature.ShingleBits"/> bits.</param>
    /// <param name="classes">As many as there are shingles.</param>
    public void ObserveAndClassify(ReadOnlySpan<uint> shingles, Span<byte> classes)
    {
        lock (_gate)
        {
            Span<double> atLeast = [_articles * Math.Exp(-Bounds[0]), _articles * Math.Exp(-Bounds[1]), _articles * Math.Exp(-Bounds[2])];
            for (var i = 0; i < shingles.Length; i++)
            {
                ref var count = ref _counts[Slot(shingles[i])];
                var with = count + 1;
                classes[i] = (byte)(with <= atLeast[0] ? 0 : with <= atLeast[1] ? 1 : with <= atLeast[2] ? 2 : 3);
                if (count < ushort.MaxValue)
                    count++;
            }

            EndArticle();
        }
    }

    /// <summary>Counts an article that was signed before, by another process or an earlier run.</summary>
    public void Observe(ArticleSignature article)
    {
        ArgumentNullException.ThrowIfNull(article);
        lock (_gate)
        {
            for (var i = 0; i < article.ShingleCount; i++)
            {
                ref var count = ref _counts[Slot(article.ShingleAt(i).Shingle)];
                if (count < ushort.MaxValue)
                    count++;
            }

            EndArticle();
        }
    }

    private static uint Slot(uint shingle) => (shingle * 0x9E3779B1u) >> (32 - Bits);

    private void EndArticle()
    {
        _articles++;
        if (++_sinceHalving >= _halfLife)
            Halve();
    }

    private void Halve()
    {
        _sinceHalving = 0;
        _articles /= 2;
        foreach (ref var count in _counts.AsSpan())
            count /= 2;
    }
}
