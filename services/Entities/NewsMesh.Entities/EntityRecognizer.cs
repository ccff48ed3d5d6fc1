using NewsMesh.Entities.Grouping;
using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities;

/// <summary>The recogniser: tokens and sentences, tags, mentions, entities.</summary>
public sealed class EntityRecognizer : IEntityRecognizer
{
    /// <summary>Of everything around the tagger; goes up when its results change.</summary>
    private const string PipelineVersion = "1";

    private readonly ISentenceTagger _tagger;

    public EntityRecognizer(ISentenceTagger tagger)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        _tagger = tagger;
    }

    public string Version => $"{PipelineVersion}+{_tagger.Version}";

    /// <summary>The recogniser with the embedded tagger; loading takes a moment, so share it.</summary>
    public static EntityRecognizer Create() => new(CrfTagger.Load());

    public bool Supports(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var tag = language.AsSpan();
        var region = tag.IndexOfAny('-', '_');
        return (region < 0 ? tag : tag[..region]).Equals("en", StringComparison.OrdinalIgnoreCase);
    }

    public IReadOnlyList<RecognizedEntity> Recognize(string? title, string text, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ct.ThrowIfCancellationRequested();
        var tokens = Tokenizer.Tokenize(text);
        var sentences = SentenceSplitter.Split(text, tokens);
        var words = sentences.Select(range => Words(text, tokens, range)).ToList();
        var tagged = _tagger.TagWithConfidence(words, ct);
        var mentions = new List<TypedMention>();
        for (var s = 0; s < sentences.Count; s++)
        {
            mentions.AddRange(MentionBuilder.Build(text, tokens, sentences[s].Start.Value, tagged[s]));
        }

        return EntityGrouper.Group(title, text.Length, mentions);
    }

    private static string[] Words(string text, IReadOnlyList<Token> tokens, Range range)
    {
        var words = new string[range.End.Value - range.Start.Value];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = tokens[range.Start.Value + i].Of(text).ToString();
        }

        return words;
    }
}
