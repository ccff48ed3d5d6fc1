using NewsMesh.Contracts;
using NewsMesh.Dedup;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Benchmarks.Store;

/// <summary>What the stages give the store of one article.</summary>
/// <param name="Revision">The article as stripping leaves it.</param>
/// <param name="Entities">The result of entity recognition.</param>
/// <param name="Signature">The signature that near-duplicates are looked up by.</param>
internal sealed record StoredArticle(RevisionDocument Revision, IReadOnlyList<Entity> Entities, SignatureDocument Signature)
{
    private const int EntitiesPerArticle = 12;
    private const int MentionsPerEntity = 2;
    private const int WordsOfTitle = 9;
    private const int Paragraphs = 14;
    private const int WordsPerParagraph = 45;
    private const int Vocabulary = 4_000;

    /// <summary>Every so many articles one repeats the text of the one before it, so that look-ups find something.</summary>
    private const int CopyEvery = 4;

    private static readonly DateTimeOffset Begin = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);

    public static StageRecord EntityStage { get; } = Stage("entities");

    public DateTimeOffset ReceivedAt => Revision.Article.ReceivedAt;

    /// <summary>Made-up articles of a news article's size: the same ones each time.</summary>
    public static IReadOnlyList<StoredArticle> Generate(int count)
    {
        var random = new Random(3);
        var signatures = new SignatureBuilder(DedupParameters.Default);
        var (title, text) = ("", "");
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            if (i % CopyEvery != CopyEvery - 1)
            {
                title = Words(random, WordsOfTitle);
                text = string.Join('\n', Enumerable.Range(0, Paragraphs).Select(_ => Words(random, WordsPerParagraph) + '.'));
            }

            return Article(i, title, text, signatures);
        })];
    }

    private static StoredArticle Article(int number, string title, string text, SignatureBuilder signatures)
    {
        var id = $"article-{number}";
        var receivedAt = Begin.AddSeconds(number);
        var revision = new RevisionDocument
        {
            ArticleId = id,
            Revision = 1,
            SubmissionId = $"submission-{number}",
            RawId = $"raw-{number}",
            Cause = "submitted",
            TraceId = $"{number:x32}",
            ContentHash = $"{number:x64}",
            Article = new Article
            {
                Url = $"https://news.example/{id}.html",
                CanonicalUrl = $"https://news.example/{id}.html",
                Source = $"news-{number % 20}.example",
                SiteName = "The Example",
                Section = "Region",
                Title = title,
                Byline = ["Maria Petersen"],
                PublishedAt = receivedAt.AddMinutes(-20),
                PublishedAtFrom = "meta",
                Language = "en",
                Text = text,
                WordCount = text.Count(c => c is ' ' or '\n') + 1,
                ReceivedAt = receivedAt,
            },
            Stages = [Stage("ingest"), Stage("stripping")],
        };
        var signature = signatures.Build(title, text);
        return new StoredArticle(revision, [.. Enumerable.Range(0, EntitiesPerArticle).Select(i => Entity(number, i))], new SignatureDocument
        {
            ArticleId = id,
            Revision = 1,
            ReceivedAt = receivedAt,
            PublishedAt = revision.Article.PublishedAt,
            Source = revision.Article.Source,
            SignatureVersion = ArticleSignature.CurrentVersion,
            Signature = signature.Encode(),
            Bands = signature.Bands,
        });
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    /// <summary>A made-up word: a few come often and most seldom, about as in a language.</summary>
    private static string Word(Random random)
    {
        // The word of a rank is always the same one.
        var rank = (int)(Vocabulary * Math.Pow(random.NextDouble(), 2));
        var letters = new Random(rank);
        return string.Concat(Enumerable.Range(0, letters.Next(2, 12)).Select(_ => (char)letters.Next('a', 'z' + 1)));
    }

    private static Entity Entity(int article, int number)
    {
        var name = $"Northwind Energy {(article + number) % 200}";
        return new Entity
        {
            Type = "ORG",
            Name = name,
            Salience = 1.0 / (number + 1),
            Mentions = [.. Enumerable.Range(0, MentionsPerEntity).Select(i =>
                new Mention { Start = 100 * i, End = (100 * i) + name.Length, Text = name, Confidence = 0.9 })],
        };
    }

    private static StageRecord Stage(string name) => new() { Stage = name, StartedAt = Begin, DurationMs = 12.5, Version = "1.0.0" };
}
