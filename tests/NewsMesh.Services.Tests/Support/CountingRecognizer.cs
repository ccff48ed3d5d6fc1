using NewsMesh.Entities;

namespace NewsMesh.Services.Tests.Support;

/// <summary>The real recogniser, with its calls counted; may be made to fail.</summary>
internal sealed class CountingRecognizer(IEntityRecognizer recognizer) : IEntityRecognizer
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>What to throw for a text; null for none.</summary>
    public Func<string, Exception?> FaultFor { get; set; } = _ => null;

    public string Version => recognizer.Version;

    public bool Supports(string language) => recognizer.Supports(language);

    public IReadOnlyList<RecognizedEntity> Recognize(string? title, string text, CancellationToken ct = default)
    {
        Interlocked.Increment(ref _calls);
        return FaultFor(text) is { } fault ? throw fault : recognizer.Recognize(title, text, ct);
    }
}
