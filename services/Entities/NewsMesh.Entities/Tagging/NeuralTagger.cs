using System.Collections.Concurrent;
using NewsMesh.Entities.Decoding;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tagging;

/// <summary>
/// Tags by a neural network: two bidirectional LSTMs with the words of the document pooled between them. One object serves
/// all threads; each call takes memory of its own from a small store.
/// </summary>
internal sealed class NeuralTagger : INameTagger
{
    /// <summary>Words after which a batch is computed: documents are put together up to here.</summary>
    private const int BatchTokens = 2048;

    /// <summary>Memory that grew beyond this for one huge document is let go.</summary>
    private const long MaxKeptBytes = 32 << 20;

    private readonly TaggingNetwork _network;
    private readonly ModelArchitecture _sizes;
    private readonly LabelSet _labels;
    private readonly Confidence _confidence;
    private readonly ConcurrentBag<TaggerMemory> _memories = [];

    /// <exception cref="InvalidDataException">The model is not what this program computes; the message is half a sentence.</exception>
    public NeuralTagger(ModelFile file, Kernels kernels)
    {
        _labels = new LabelSet(file.Header.Labels);
        _network = new TaggingNetwork(file, kernels);
        _sizes = file.Header.Architecture;
        _confidence = new Confidence(file.Header.Calibration, _labels.Count);
        Languages = file.Header.Languages;
        Version = $"{file.Header.Name}-{file.Header.ModelVersion}";
    }

    public string Version { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Set to measure where the time goes; for one thread.</summary>
    internal StageClock? Clock { get; set; }

    public IReadOnlyList<IReadOnlyList<NameSpan>> Tag(IReadOnlyList<TokenizedText> documents, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (!_memories.TryTake(out var memory))
        {
            memory = new TaggerMemory(new TokenBatch(_network.Features), _network.NewMemory(), new BioesDecoder(_labels));
        }

        memory.Network.Clock = Clock;
        var names = new List<NameSpan>[documents.Count];
        try
        {
            memory.Clear();
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = [];
                Add(i, documents[i], memory, names, ct);
            }

            Flush(memory, names, ct);
        }
        finally
        {
            if (memory.Footprint <= MaxKeptBytes)
            {
                _memories.Add(memory);
            }
        }

        foreach (var list in names)
        {
            list.Sort((a, b) => a.First.CompareTo(b.First));
        }

        return names;
    }

    /// <summary>Adds a document's sequences to the batch; whenever it is full, it is computed.</summary>
    private void Add(int document, TokenizedText text, TaggerMemory memory, List<NameSpan>[] names, CancellationToken ct)
    {
        var (window, inWindow) = (memory.NextWindow(), 0);
        foreach (var sentence in text.Sentences)
        {
            for (var first = sentence.Start.Value; first < sentence.End.Value; first += _sizes.MaxSentence)
            {
                var length = Math.Min(_sizes.MaxSentence, sentence.End.Value - first);
                if (inWindow + length > _sizes.Window)
                {
                    (window, inWindow) = (memory.NextWindow(), 0);
                    Flush(memory, names, ct);
                }

                memory.Batch.Add(document, window, text, first, length);
                inWindow += length;
            }
        }

        if (memory.Batch.Tokens >= BatchTokens)
        {
            Flush(memory, names, ct);
        }
    }

    private void Flush(TaggerMemory memory, List<NameSpan>[] names, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (memory.Batch.Tokens > 0)
        {
            memory.Batch.Arrange();
            _network.Run(memory.Batch, memory.Network, (first, count, scores) => Decode(memory, first, count, scores, names), ct);
        }

        memory.Batch.Clear();
    }

    private void Decode(TaggerMemory memory, int first, int count, ReadOnlySpan<float> scores, List<NameSpan>[] names)
    {
        var stride = _network.OutputStride;
        foreach (var number in memory.Batch.Order.Slice(first, count))
        {
            var sequence = memory.Batch.Sequences[number];
            var path = memory.Path(sequence.Length);
            memory.Decoder.Decode(scores, stride, path);
            AddNames(scores, path, sequence, names[sequence.Document]);
            scores = scores[(sequence.Length * stride)..];
        }

        Clock?.Lap(Stage.Decode);
    }

    private void AddNames(ReadOnlySpan<float> scores, ReadOnlySpan<int> path, TokenSequence sequence, List<NameSpan> names)
    {
        var stride = _network.OutputStride;
        for (var start = 0; start < path.Length; start++)
        {
            if (!LabelSet.Opens(path[start]))
            {
                continue;
            }

            var end = start + 1;
            while (!LabelSet.Closes(path[end - 1]))
            {
                end++;
            }

            var confidence = _confidence.Of(scores[(start * stride)..], stride, path[start..end]);
            names.Add(new NameSpan(sequence.First + start, sequence.First + end, _labels.Types[LabelSet.TypeOf(path[start])], confidence));
            start = end - 1;
        }
    }
}
