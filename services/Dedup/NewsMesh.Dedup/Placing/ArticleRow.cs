namespace NewsMesh.Dedup.Placing;

/// <summary>An article in the index of one process: a row of an array. The default is a row without an article.</summary>
internal struct ArticleRow
{
    private DateTimeOffset? _publishedAt;
    private string? _source;
    private Placement? _placement;

    /// <summary>Most articles are copies of nothing: their placement is made when it is asked for.</summary>
    private bool _isAlone;

    public string? ArticleId { get; private init; }
    public int Revision { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public SignatureBytes.Place? Signature { get; private init; }

    public Placement? Placement
    {
        readonly get => _isAlone ? Placing.Placement.Alone(ArticleId!) : _placement;
        set
        {
            _isAlone = value is not null && value == Placing.Placement.Alone(ArticleId!);
            _placement = _isAlone ? null : value;
        }
    }

    public static ArticleRow Of(IndexedArticle article, SignatureBytes.Place? signature) => new()
    {
        ArticleId = article.ArticleId,
        Revision = article.Revision,
        ReceivedAt = article.ReceivedAt,
        Signature = signature,
        _publishedAt = article.PublishedAt,
        _source = article.Source,
    };

    public readonly IndexedArticle Read(SignatureBytes signatures) => new()
    {
        ArticleId = ArticleId!,
        Revision = Revision,
        ReceivedAt = ReceivedAt,
        PublishedAt = _publishedAt,
        Source = _source,
        Signature = Signature is { } place ? signatures.Read(place) : null,
        Placement = Placement,
    };
}
