using System.Numerics.Tensors;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Layers;

/// <summary>z = max(0, state · S + pool · P + b): joins what a place tells with what the document tells.</summary>
internal sealed class BridgeLayer
{
    private readonly PackedMatrix _state;
    private readonly DenseLayer _pool;

    public BridgeLayer(ModelFile file, int inputs, int outputs)
    {
        _state = new PackedMatrix(file.Floats("bridge.state", inputs, outputs), inputs, outputs);
        _pool = new DenseLayer(file, "bridge.pool", "bridge.bias", inputs, outputs);
    }

    /// <summary>Floats from one row of a result to the next.</summary>
    public int Stride => _state.Stride;

    /// <summary>The pools' share, with the bias; buffers as in <see cref="DenseLayer.Forward"/>.</summary>
    public void ProjectPools(Kernels kernels, ReadOnlySpan<float> means, int meanStride, int pools, Span<float> projected) =>
        _pool.Forward(kernels, means, meanStride, pools, projected);

    /// <summary>The layer's output for some words.</summary>
    /// <param name="kernels">What computes.</param>
    /// <param name="states">Rows <paramref name="stateStride"/> apart, readable up to <see cref="Kernels.PaddedRows"/>.</param>
    /// <param name="poolOf">Each word's row in <paramref name="pools"/>.</param>
    /// <param name="pools">From <see cref="ProjectPools"/>.</param>
    /// <param name="output">Rows of <see cref="Stride"/>, writable up to <see cref="Kernels.PaddedRows"/>.</param>
    public void Forward(
        Kernels kernels, ReadOnlySpan<float> states, int stateStride, ReadOnlySpan<int> poolOf, ReadOnlySpan<float> pools, Span<float> output)
    {
        for (var row = 0; row < poolOf.Length; row++)
        {
            pools.Slice(poolOf[row] * Stride, Stride).CopyTo(output[(row * Stride)..]);
        }

        kernels.MultiplyAdd(states, stateStride, poolOf.Length, _state, output, Stride);
        var used = output[..(poolOf.Length * Stride)];
        TensorPrimitives.Max(used, 0f, used);
    }
}
