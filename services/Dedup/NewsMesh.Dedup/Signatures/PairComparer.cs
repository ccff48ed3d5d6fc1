namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// Compares one article with any number of others, each in time linear in the other's signature. Where one was sampled at a
/// lower rate, the other's additional shingles are passed over. Not safe for concurrent use.
/// </summary>
internal sealed class PairComparer
{
    /// <summary>
    /// Share of the smaller sample below which a pair is not looked at more closely: most candidates share but a phrase.
    /// </summary>
    private const double LeastShare = 0.05;

    private const int FilterBits = 13;

    private readonly ArticleSignature _own;
    private readonly uint[] _shingles;
    private readonly byte[] _classes;
    private readonly float[] _weights;
    private readonly ShingleTable _table;

    /// <summary>One bit for each shingle, by hash: tells nine in ten shingles of another article that they are not shared.</summary>
    private readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];
    private readonly ComparedSide _ownSide;
    private readonly FigureList _ownFigures = new();
    private readonly FigureList _otherFigures = new();
    private ComparedSide _otherSide;

    /// <summary>The other article's shingles, and where each stands in this one.</summary>
    private uint[] _otherShingles = [];
    private int[] _places = [];

    public PairComparer(ArticleSignature own)
    {
        _own = own;
        _shingles = new uint[own.ShingleCount];
        _classes = new byte[own.ShingleCount];
        _weights = new float[own.ShingleCount];
        _table = new ShingleTable(own.ShingleCount);
        for (var i = 0; i < _shingles.Length; i++)
        {
            var (shingle, rarity) = own.ShingleAt(i);
            (_shingles[i], _classes[i], _weights[i]) = (shingle, (byte)rarity, ComparedSide.WeightOf(rarity));
            _table.TryAdd(shingle, i);
            _filter[Filtered(shingle) >> 6] |= 1UL << (int)(Filtered(shingle) & 63);
        }

        _ownSide = new ComparedSide(own.ShingleCount);
        _otherSide = new ComparedSide(own.ShingleCount);
        _ownFigures.Read(own);
    }

    public PairFeatures Compare(ArticleSignature other)
    {
        if (_own.ShingleCount == 0 || other.ShingleCount == 0)
            return default;
        var level = Math.Max(_own.Level, other.Level);
        var smaller = Math.Min(_own.ShingleCount >> (level - _own.Level), other.ShingleCount >> (level - other.Level));
        if (CountShared(other) < LeastShare * smaller)
            return new PairFeatures { ShorterLetters = Math.Min(_own.Letters, other.Letters), LongerLetters = Math.Max(_own.Letters, other.Letters) };
        if (_otherSide.Capacity < other.ShingleCount)
            _otherSide = new ComparedSide(other.ShingleCount);
        Mark(other, level);
        _otherFigures.Read(other);
        var (a, b) = (_ownSide.Sum(_own, _ownFigures, _otherFigures), _otherSide.Sum(other, _otherFigures, _ownFigures));
        var (shorter, compared) = _own.Letters <= other.Letters ? (a, other.Letters) : (b, _own.Letters);
        var shared = _ownFigures.CountShared(_otherFigures);
        var (figuresA, figuresB) = (_ownFigures.CountDistinct(), _otherFigures.CountDistinct());
        return new PairFeatures
        {
            Identical = _own.Fingerprint == other.Fingerprint,
            Containment = shorter.Compared == 0 ? 0 : (double)shorter.Shared / shorter.Compared,
            Jaccard = a.Compared + b.Compared == 0 ? 0 : (double)a.Shared / (a.Compared + b.Compared - a.Shared),
            Text = SharePair.Of(a.Text, b.Text),
            Lead = SharePair.Of(a.Lead, b.Lead),
            Opening = SharePair.Of(a.Opening, b.Opening),
            Title = SharePair.Of(a.Title, b.Title),
            Position = SharePair.Of(a.Position, b.Position),
            Overlap = (a.SharedWeight + b.SharedWeight) / Math.Max(1e-9, a.Weight + b.Weight),
            SharedLetters = Math.Min(a.SharedWeight, b.SharedWeight) * (1 << level),
            ShorterLetters = Math.Min(_own.Letters, other.Letters),
            LongerLetters = compared,
            Figures = a.Figures + b.Figures,
            LeadFigures = a.LeadFigures + b.LeadFigures,
            Days = a.Days + b.Days,
            // Half a figure of doubt: one figure that agrees or differs says little.
            FigureJaccard = (shared + 0.5) / (figuresA + figuresB - shared + 1),
            FigureContainment = (shared + 0.5) / (Math.Min(figuresA, figuresB) + 1),
        };
    }

    /// <summary>Counts the shingles that both have, and notes where the other's stand in this article; -1 for those it lacks.</summary>
    private int CountShared(ArticleSignature other)
    {
        if (_otherShingles.Length < other.ShingleCount)
            (_otherShingles, _places) = (new uint[other.ShingleCount], new int[other.ShingleCount]);
        other.ReadShingles(_otherShingles);
        var shingles = _otherShingles.AsSpan(0, other.ShingleCount);
        var places = _places.AsSpan(0, shingles.Length);
        var filter = _filter;
        var shared = 0;
        for (var i = 0; i < shingles.Length && i < places.Length; i++)
        {
            var at = Filtered(shingles[i]);
            places[i] = -1;
            if ((filter[at >> 6] & (1UL << (int)(at & 63))) == 0)
                continue;
            places[i] = _table.Find(shingles[i]);
            shared += places[i] >= 0 ? 1 : 0;
        }

        return shared;
    }

    // The highest bits of sampled shingles are zero; the lowest are as good as random.
    private static uint Filtered(uint shingle) => shingle & ((1 << FilterBits) - 1);

    /// <summary>Weights of both sides' shingles, and which are shared.</summary>
    private void Mark(ArticleSignature other, int level)
    {
        _ownSide.Reset(_weights);
        for (var i = 0; i < _shingles.Length && level > _own.Level; i++)
        {
            if (!ArticleSignature.IsSampled(_shingles[i], level))
                _ownSide.LeaveOut(i);
        }

        for (var i = 0; i < other.ShingleCount; i++)
        {
            if (!ArticleSignature.IsSampled(_otherShingles[i], level))
            {
                _otherSide.LeaveOut(i);
                continue;
            }

            var (rarity, place) = (other.ClassAt(i), _places[i]);
            if (place < 0)
            {
                _otherSide.SetOwn(i, rarity);
                continue;
            }

            // The article signed later knows better how common the shingle is.
            var common = Math.Max(rarity, _classes[place]);
            _otherSide.SetShared(i, common);
            _ownSide.SetShared(place, common);
        }
    }
}
