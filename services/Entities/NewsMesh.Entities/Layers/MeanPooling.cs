using System.Numerics.Tensors;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Layers;

/// <summary>
/// The mean state of all occurrences of a word in its document: what one place does not tell about a name, another does
/// (pooled contextualised vectors; Akbik, Bergmann and Vollgraf 2019).
/// </summary>
internal sealed class MeanPooling(int size)
{
    private float[] _means = [];
    private int[] _counts = [];

    /// <summary>Rows of means, readable up to <see cref="Kernels.PaddedRows"/>.</summary>
    public Span<float> Means(int pools) => _means.AsSpan(0, Kernels.PaddedRows(pools) * size);

    public void Start(int pools)
    {
        Buffers.Take(ref _means, Kernels.PaddedRows(pools) * size).Clear();
        Buffers.Take(ref _counts, pools).Clear();
    }

    /// <summary>Adds one word's state to its pool. The order of calls is the order of the sum.</summary>
    public void Add(int pool, ReadOnlySpan<float> state)
    {
        var sum = _means.AsSpan(pool * size, size);
        TensorPrimitives.Add(sum, state, sum);
        _counts[pool]++;
    }

    public void Finish(int pools)
    {
        for (var i = 0; i < pools; i++)
        {
            var sum = _means.AsSpan(i * size, size);
            TensorPrimitives.Divide(sum, _counts[i], sum);
        }
    }
}
