using System.Runtime.InteropServices;

namespace NewsMesh.Stripping.Features;

/// <summary>Features of what a first model says of a block and of those around it (stacked sequence labelling).</summary>
/// <remarks>W. Cohen, V. Carvalho, “Stacked sequential learning”, IJCAI 2005.</remarks>
internal sealed class ContextFeatures
{
    private const int Reach = 4;
    private const int Near = 6;
    private const int Far = 60;

    private static readonly string[] Names = [.. Enumerable.Range(-Reach, (2 * Reach) + 1).Select(step => FormattableString.Invariant($"first model at {step:+0;-0;0}"))];

    private readonly PageFacts _facts;
    private readonly double[] _probabilities;
    private readonly double[] _lettersBefore;
    private readonly double[] _massBefore;
    private readonly int[] _previous;
    private readonly int[] _next;
    private readonly Dictionary<int, (double Mass, double Letters)> _holders = [];
    private readonly SpanFeatures? _span;

    /// <param name="facts">The page.</param>
    /// <param name="probabilities">What the first model says of each block; 0 for those it was not asked for.</param>
    public ContextFeatures(PageFacts facts, double[] probabilities)
    {
        (_facts, _probabilities) = (facts, probabilities);
        _span = facts.IsPlainText ? new SpanFeatures(facts, probabilities) : null;
        var count = probabilities.Length;
        _lettersBefore = new double[count + 1];
        _massBefore = new double[count + 1];
        _previous = new int[count];
        _next = new int[count];
        for (int i = 0, last = -1; i < count; i++)
        {
            var letters = facts.Blocks[i].Letters;
            _lettersBefore[i + 1] = _lettersBefore[i] + letters;
            _massBefore[i + 1] = _massBefore[i] + (letters * probabilities[i]);
            _previous[i] = last;
            last = probabilities[i] > 0.5 ? i : last;
            ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(_holders, facts.Containers.Of(i), out _);
            holder = (holder.Mass + (letters * probabilities[i]), holder.Letters + letters);
        }

        for (int i = count - 1, last = count; i >= 0; i--)
        {
            _next[i] = last;
            last = probabilities[i] > 0.5 ? i : last;
        }
    }

    public void Add(ref FeatureRow row, int at)
    {
        var count = _probabilities.Length;
        for (var step = -Reach; step <= Reach; step++)
            row.Add(Names[step + Reach], at + step < 0 || at + step >= count ? -1 : _probabilities[at + step]);
        var all = Math.Max(1, _massBefore[count]);
        var own = _facts.Blocks[at].Letters * _probabilities[at];
        row.Add("mass before", _massBefore[at] / all);
        row.Add("mass after", (all - _massBefore[at + 1]) / all);
        row.Add("mass", Math.Log2(all));
        row.Add("near before", Mean(at - Near, at));
        row.Add("near after", Mean(at + 1, at + 1 + Near));
        row.Add("far after", Mean(at + 1 + Near, at + Far));
        row.Add("since likely", Math.Min(Far, at - _previous[at]));
        row.Add("until likely", Math.Min(Far, _next[at] - at));
        row.Add("likely after", _next[at] < count ? Math.Log2(1 + all - _massBefore[at + 1]) : 0);
        row.Add("likely before", Math.Log2(1 + _massBefore[at]));
        var (mass, letters) = _holders[_facts.Containers.Of(at)];
        row.Add("holder mean", (mass - own) / Math.Max(1, letters - _facts.Blocks[at].Letters));
        row.Add("holder mass", (mass - own) / all);
        _span?.Add(ref row, at);
    }

    private double Mean(int first, int end)
    {
        (first, end) = (Math.Clamp(first, 0, _probabilities.Length), Math.Clamp(end, 0, _probabilities.Length));
        var letters = _lettersBefore[end] - _lettersBefore[first];
        return letters == 0 ? -1 : (_massBefore[end] - _massBefore[first]) / letters;
    }
}
