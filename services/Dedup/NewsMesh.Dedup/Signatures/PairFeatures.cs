namespace NewsMesh.Dedup.Signatures;

/// <summary>What two articles share, as the judgement sees it. Symmetric in the pair.</summary>
public readonly record struct PairFeatures
{
    /// <summary>Number of values that <see cref="CopyTo"/> writes.</summary>
    public const int Count = 22;

    /// <summary>Title and text are equal after normalisation.</summary>
    public bool Identical { get; init; }

    /// <summary>Share of the shorter article's shingles that the longer one has, 0 to 1, each counted alike.</summary>
    public double Containment { get; init; }

    /// <summary>Shared shingles by all shingles, 0 to 1, each counted alike (Broder 1997: resemblance).</summary>
    public double Jaccard { get; init; }

    /// <summary>Share of one text that the other has, by rarity; the larger of the two shares, and the smaller.</summary>
    public SharePair Text { get; init; }

    /// <summary>The same of title and lead.</summary>
    public SharePair Lead { get; init; }

    /// <summary>The same of the lead without the title.</summary>
    public SharePair Opening { get; init; }

    /// <summary>The same of the title.</summary>
    public SharePair Title { get; init; }

    /// <summary>Where in each text the shared part lies on average, 0 start to 1 end.</summary>
    public SharePair Position { get; init; }

    /// <summary>Rare shared text by rare text of both.</summary>
    public double Overlap { get; init; }

    /// <summary>Letters of rare text that are shared.</summary>
    public double SharedLetters { get; init; }

    /// <summary>Letters of the shorter text.</summary>
    public int ShorterLetters { get; init; }

    /// <summary>Letters of the longer text.</summary>
    public int LongerLetters { get; init; }

    /// <summary>Figures that stand in shared text, and how many of them the other article has.</summary>
    public FigureCount Figures { get; init; }

    /// <summary>The same of the leads.</summary>
    public FigureCount LeadFigures { get; init; }

    /// <summary>The same of the days of the week.</summary>
    public FigureCount Days { get; init; }

    /// <summary>Shared distinct figures by all, wherever they stand.</summary>
    public double FigureJaccard { get; init; }

    /// <summary>Shared distinct figures by those of the article with fewer.</summary>
    public double FigureContainment { get; init; }

    /// <summary>Writes the model's inputs, in the order in which it was trained.</summary>
    public void CopyTo(Span<float> inputs)
    {
        inputs[0] = (float)Text.Most;
        inputs[1] = (float)Text.Least;
        inputs[2] = (float)Overlap;
        inputs[3] = (float)Lead.Most;
        inputs[4] = (float)Lead.Least;
        inputs[5] = (float)Opening.Most;
        inputs[6] = (float)Opening.Least;
        inputs[7] = (float)Title.Most;
        inputs[8] = (float)Title.Least;
        inputs[9] = (float)((Figures.Agreeing + 1) / (Figures.All + 2));
        inputs[10] = MathF.Log(1 + (float)Figures.Differing);
        inputs[11] = MathF.Log(1 + (float)Figures.Agreeing);
        inputs[12] = (float)((LeadFigures.Agreeing + 0.5) / (LeadFigures.All + 1));
        inputs[13] = MathF.Log(1 + (float)LeadFigures.Differing);
        inputs[14] = MathF.Log(1 + (float)Days.Differing);
        inputs[15] = (float)FigureJaccard;
        inputs[16] = (float)FigureContainment;
        inputs[17] = MathF.Log(ShorterLetters + 1);
        inputs[18] = MathF.Log((LongerLetters + 1f) / (ShorterLetters + 1f));
        inputs[19] = MathF.Log(10 + (float)SharedLetters);
        inputs[20] = (float)Position.Most;
        inputs[21] = (float)Position.Least;
    }

    /// <summary>The same pair, had all its figures agreed.</summary>
    internal PairFeatures WithAgreeingFigures() => this with
    {
        Figures = Figures.Agreed(),
        LeadFigures = LeadFigures.Agreed(),
        Days = Days.Agreed(),
        FigureJaccard = 1,
        FigureContainment = 1,
    };

    /// <summary>The same pair, had each the other's title and lead.</summary>
    internal PairFeatures WithSharedLead() => this with
    {
        Lead = new SharePair(1, 1),
        Opening = new SharePair(1, 1),
        Title = new SharePair(1, 1),
        Position = new SharePair(0.5, 0.5),
    };

    public static PairFeatures Of(ArticleSignature a, ArticleSignature b) => new PairComparer(a).Compare(b);
}

/// <summary>A share of one article and of the other, 0 to 1.</summary>
/// <param name="Most">The larger.</param>
/// <param name="Least">The smaller.</param>
public readonly record struct SharePair(double Most, double Least)
{
    internal static SharePair Of(double a, double b) => new(Math.Max(a, b), Math.Min(a, b));
}

/// <summary>Figures, each counted by how much of the text around it is shared.</summary>
/// <param name="All">Of both articles.</param>
/// <param name="Agreeing">Those that the other article has.</param>
public readonly record struct FigureCount(double All, double Agreeing)
{
    public double Differing => All - Agreeing;

    internal FigureCount Agreed() => this with { Agreeing = All };

    public static FigureCount operator +(FigureCount a, FigureCount b) => new(a.All + b.All, a.Agreeing + b.Agreeing);
}
