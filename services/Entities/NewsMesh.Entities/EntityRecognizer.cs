using NewsMesh.Entities.Grouping;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities;

/// <summary>The recogniser: tokens and sentences, tags, mentions, entities.</summary>
public sealed class EntityRecognizer : IEntityRecognizer
{
    /// <summary>Of everything around the tagger; goes up when its results change.</summary>
    private const string PipelineVersion = "2";

    private readonly INameTagger _tagger;

    public EntityRecognizer(INameTagger tagger)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        _tagger = tagger;
    }

    public string Version => $"{PipelineVersion}+{_tagger.Version}";

    /// <summary>The recogniser with a model; share it. Faults as in <see cref="EntityModels.Load"/>.</summary>
    public static EntityRecognizer Load(string model = EntityModels.Full) => new(EntityModels.Load(model));

    public bool Supports(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var region = language.AsSpan().IndexOfAny('-', '_');
        return _tagger.Languages.Contains(region < 0 ? language : language[..region], StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<RecognizedEntity> Recognize(string? title, string text, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ct.ThrowIfCancellationRequested();
        var tokenized = TokenizedText.Of(text);
        var mentions = MentionBuilder.Build(tokenized, _tagger.Tag([tokenized], ct)[0]);
        return EntityGrouper.Group(title, text.Length, mentions);
    }
}
