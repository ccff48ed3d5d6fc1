namespace NewsMesh.Dedup.Signatures;

/// <summary>One article of a comparison: which of its shingles count, how much, and which of them the other article has.</summary>
internal sealed class ComparedSide(int capacity)
{
    /// <summary>
    /// What a shingle of each rarity class counts: phrases of the trade hardly, but not nothing, since copies share them too.
    /// </summary>
    private static readonly float[] Weights = [1, 0.6f, 0.3f, 0.1f];

    /// <summary>Share below which the text around a figure is not shared, and the figure says nothing.</summary>
    private const double SharedAround = 0.2;

    /// <summary>Letters on each side of a figure that are looked at for that.</summary>
    private const int Around = 32;

    private readonly float[] _weights = new float[capacity];
    private readonly sbyte[] _marks = new sbyte[capacity];

    /// <summary>By shingle: how many before it count, and how many of them are shared.</summary>
    private readonly (int Compared, int Shared)[] _before = new (int, int)[capacity + 1];

    public int Capacity => capacity;

    /// <summary>What a shingle of a rarity class counts.</summary>
    public static float WeightOf(int rarity) => Weights[rarity];

    /// <summary>Begins a comparison in which all of the article's shingles count and none is shared.</summary>
    /// <param name="weights">What each of them counts.</param>
    public void Reset(ReadOnlySpan<float> weights)
    {
        weights.CopyTo(_weights);
        Array.Clear(_marks);
    }

    public void LeaveOut(int i) => (_weights[i], _marks[i]) = (0, -1);

    public void SetOwn(int i, int rarity) => (_weights[i], _marks[i]) = (Weights[rarity], 0);

    public void SetShared(int i, int rarity) => (_weights[i], _marks[i]) = (Weights[rarity], 1);

    public readonly record struct Sums(
        int Compared,
        int Shared,
        double Weight,
        double SharedWeight,
        double Lead,
        double Opening,
        double Title,
        double Position,
        FigureCount Figures,
        FigureCount LeadFigures,
        FigureCount Days)
    {
        public double Text => SharedWeight / (Weight + 1e-9);
    }

    public Sums Sum(ArticleSignature own, FigureList ownFigures, FigureList otherFigures)
    {
        var count = own.ShingleCount;
        var (title, titleShared, lead, leadShared) = (0.0, 0.0, 0.0, 0.0);
        var (weight, sharedWeight, position, compared, shared) = (0.0, 0.0, 0.0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            if (i == own.TitleCount)
                (title, titleShared) = (weight, sharedWeight);
            if (i == own.LeadCount)
                (lead, leadShared) = (weight, sharedWeight);
            _before[i] = (compared, shared);
            // Without branches: which shingles are shared cannot be foretold.
            var isShared = _marks[i] > 0 ? 1 : 0;
            var ofShared = _weights[i] * isShared;
            compared += _marks[i] < 0 ? 0 : 1;
            shared += isShared;
            weight += _weights[i];
            sharedWeight += ofShared;
            position += ofShared * i;
        }

        _before[count] = (compared, shared);
        if (own.TitleCount >= count)
            (title, titleShared) = (weight, sharedWeight);
        if (own.LeadCount >= count)
            (lead, leadShared) = (weight, sharedWeight);
        var (figures, leadFigures, days) = shared == 0 ? default : SumFigures(own, ownFigures, otherFigures);
        return new Sums(
            compared,
            shared,
            weight,
            sharedWeight,
            Share(leadShared, lead),
            Share(leadShared - titleShared, lead - title),
            Share(titleShared, title),
            sharedWeight > 0 ? position / sharedWeight / count : 0.5,
            figures,
            leadFigures,
            days);
    }

    // Half a shingle of doubt: a title of a few words may be in the sample with one shingle or none.
    private static double Share(double shared, double all) => (shared + 0.5) / (all + 1);

    private (FigureCount All, FigureCount Lead, FigureCount Days) SumFigures(
        ArticleSignature own, FigureList ownFigures, FigureList otherFigures)
    {
        var (all, lead, days) = (default(FigureCount), default(FigureCount), default(FigureCount));
        var codes = ownFigures.Codes;
        var places = ownFigures.Places;
        var others = otherFigures.Codes;
        var reach = Math.Max(2, Around >> own.Level);
        for (var f = 0; f < codes.Length; f++)
        {
            var place = places[f];
            var (start, end) = (_before[Math.Clamp(place - reach, 0, own.ShingleCount)], _before[Math.Min(own.ShingleCount, place + reach)]);
            var (seen, shared) = (end.Compared - start.Compared, end.Shared - start.Shared);
            if (shared == 0 || shared < SharedAround * seen)
                continue;
            var around = (double)shared / seen;
            var counted = new FigureCount(around, others.Contains(codes[f]) ? around : 0);
            all += counted;
            if (place < own.LeadCount)
                lead += counted;
            if (Normalization.Figure.IsDay(codes[f]))
                days += counted;
        }

        return (all, lead, days);
    }
}
