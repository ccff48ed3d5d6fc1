using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Decoding;

/// <summary>
/// The best sequence of labels that BIOES allows (Viterbi 1967): after B and I of a type follow its I or E, after all others
/// O or any B or S; a sequence starts and ends outside of names. Of equal scores the lower label wins, so the answer is one.
/// </summary>
internal sealed class BioesDecoder
{
    private readonly int _labels;
    private readonly int _types;
    private double[] _scores = [];
    private double[] _previous = [];
    private byte[] _from = [];

    public BioesDecoder(LabelSet labels)
    {
        (_labels, _types) = (labels.Count, labels.Types.Count);
        if (_labels > byte.MaxValue)
        {
            throw new InvalidDataException($"it has {_labels} labels; {byte.MaxValue} is the most");
        }
    }

    /// <summary>Labels one sequence.</summary>
    /// <param name="logits">Rows of scores, <paramref name="stride"/> apart; at least one.</param>
    /// <param name="path">Takes a label for each row.</param>
    public void Decode(ReadOnlySpan<float> logits, int stride, Span<int> path)
    {
        var scores = Buffers.Take(ref _scores, _labels);
        var previous = Buffers.Take(ref _previous, _labels);
        var from = Buffers.Take(ref _from, path.Length * _labels);

        // As after an imaginary O: every label that may open a sequence has the same score.
        previous.Fill(double.NegativeInfinity);
        previous[LabelSet.Outside] = 0;
        for (var row = 0; row < path.Length; row++)
        {
            Step(logits.Slice(row * stride, _labels), previous, scores, from.Slice(row * _labels, _labels));
            var swap = previous;
            previous = scores;
            scores = swap;
        }

        var label = BestClosed(previous);
        for (var row = path.Length - 1; row >= 0; row--)
        {
            path[row] = label;
            label = from[(row * _labels) + label];
        }
    }

    private void Step(ReadOnlySpan<float> logits, ReadOnlySpan<double> previous, Span<double> scores, Span<byte> from)
    {
        var closed = BestClosed(previous);
        Set(LabelSet.Outside, closed, logits, previous, scores, from);
        for (var type = 0; type < _types; type++)
        {
            var open = previous[LabelSet.Inside(type)] > previous[LabelSet.Begin(type)] ? LabelSet.Inside(type) : LabelSet.Begin(type);
            Set(LabelSet.Begin(type), closed, logits, previous, scores, from);
            Set(LabelSet.Inside(type), open, logits, previous, scores, from);
            Set(LabelSet.End(type), open, logits, previous, scores, from);
            Set(LabelSet.Single(type), closed, logits, previous, scores, from);
        }
    }

    private static void Set(
        int label, int source, ReadOnlySpan<float> logits, ReadOnlySpan<double> previous, Span<double> scores, Span<byte> from)
    {
        scores[label] = previous[source] + logits[label];
        from[label] = (byte)source;
    }

    private int BestClosed(ReadOnlySpan<double> scores)
    {
        var best = LabelSet.Outside;
        for (var type = 0; type < _types; type++)
        {
            best = scores[LabelSet.End(type)] > scores[best] ? LabelSet.End(type) : best;
            best = scores[LabelSet.Single(type)] > scores[best] ? LabelSet.Single(type) : best;
        }

        return best;
    }
}
