using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Layers;

/// <summary>y = x · W + b.</summary>
internal sealed class DenseLayer
{
    private readonly PackedMatrix _weights;
    private readonly float[] _bias;

    public DenseLayer(PackedMatrix weights, float[] bias)
    {
        _weights = weights;
        _bias = new float[weights.Stride];
        bias.CopyTo(_bias.AsSpan());
    }

    /// <summary>The layer whose tensors have these names.</summary>
    public DenseLayer(ModelFile file, string weights, string bias, int inputs, int outputs)
        : this(new PackedMatrix(file.Floats(weights, inputs, outputs), inputs, outputs), file.Floats(bias, outputs))
    {
    }

    /// <summary>Floats from one row of the result to the next.</summary>
    public int Stride => _weights.Stride;

    /// <param name="kernels">What computes.</param>
    /// <param name="x">Rows <paramref name="xStride"/> apart, readable up to <see cref="Kernels.PaddedRows"/>.</param>
    /// <param name="y">Rows of <see cref="Stride"/>, writable up to <see cref="Kernels.PaddedRows"/>.</param>
    public void Forward(Kernels kernels, ReadOnlySpan<float> x, int xStride, int rows, Span<float> y)
    {
        for (var row = 0; row < rows; row++)
        {
            _bias.CopyTo(y[(row * Stride)..]);
        }

        kernels.MultiplyAdd(x, xStride, rows, _weights, y, Stride);
    }
}
