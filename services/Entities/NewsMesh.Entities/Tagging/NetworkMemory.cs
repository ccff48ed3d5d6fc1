using NewsMesh.Entities.Layers;

namespace NewsMesh.Entities.Tagging;

/// <summary>What the network writes while it computes one batch; kept for the next.</summary>
internal sealed class NetworkMemory(int stateSize)
{
    public float[] Vectors = [];
    public float[] Words = [];
    public float[] States = [];
    public float[] Pools = [];
    public float[] Bridged = [];
    public float[] Projected = [];
    public float[] SecondStates = [];
    public float[] Scores = [];
    private int[] _identity = [];

    /// <summary>Words of the batch whose projections <see cref="Words"/> holds, by their numbers.</summary>
    public int WordsProjected { get; set; }

    /// <summary>The batch's <see cref="TokenBatch.Generation"/> to which those numbers belong.</summary>
    public int Generation { get; set; }

    public LstmScratch Lstm { get; } = new();

    public MeanPooling Pooling { get; } = new(stateSize);

    /// <summary>Set to measure where the time goes.</summary>
    public StageClock? Clock { get; set; }

    /// <summary>Bytes kept, but for a group's small change.</summary>
    public long Footprint => sizeof(float)
        * ((long)Vectors.Length + Words.Length + States.Length + Pools.Length + Bridged.Length + Projected.Length + SecondStates.Length + Scores.Length);

    /// <summary>0, 1, 2, …</summary>
    public ReadOnlySpan<int> Identity(int count)
    {
        if (_identity.Length < count)
        {
            _identity = [.. Enumerable.Range(0, Math.Max(count, _identity.Length * 2))];
        }

        return _identity.AsSpan(0, count);
    }
}
