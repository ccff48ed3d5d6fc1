using System.Runtime.Intrinsics;

namespace NewsMesh.Entities.Numerics;

/// <summary>The inner loops of the network on one vector width. All widths give the same bits.</summary>
internal abstract class Kernels
{
    /// <summary>Rows of a register block: buffers of products have room for their number of rows rounded up to this.</summary>
    public const int RowBlock = 8;

    /// <summary>Four lanes at a time.</summary>
    public static Kernels Portable { get; } = new LaneKernels<Lanes128, Vector128<float>>("portable");

    /// <summary>Those this processor runs, the fastest first.</summary>
    public static IReadOnlyList<Kernels> Supported { get; } = [.. Find()];

    public abstract string Name { get; }

    /// <summary>Rows rounded up to whole register blocks.</summary>
    public static int PaddedRows(int rows) => (rows + RowBlock - 1) / RowBlock * RowBlock;

    /// <summary>c += a · b for <paramref name="rows"/> rows; rows up to the next block are written with values that mean nothing.</summary>
    /// <param name="a">Rows of <c>b.Rows</c> floats, <paramref name="aStride"/> apart; readable up to <see cref="PaddedRows"/>.</param>
    /// <param name="b">The weights.</param>
    /// <param name="c">Rows of <c>b.Stride</c> floats, <paramref name="cStride"/> apart; writable up to <see cref="PaddedRows"/>.</param>
    /// <exception cref="ArgumentException">A buffer is too short.</exception>
    public void MultiplyAdd(ReadOnlySpan<float> a, int aStride, int rows, PackedMatrix b, Span<float> c, int cStride)
    {
        if (rows == 0)
        {
            return;
        }

        var last = PaddedRows(rows) - 1;
        if (aStride < b.Rows || cStride < b.Stride || a.Length < (last * aStride) + b.Rows || c.Length < (last * cStride) + b.Stride)
        {
            throw new ArgumentException("A buffer is too short for the product.");
        }

        Multiply(a, aStride, rows, b, c, cStride);
    }

    /// <summary>One step of an LSTM for some sequences, a row each.</summary>
    /// <param name="gates">Pre-activations i, f, g, o: four times <paramref name="hidden"/> a row.</param>
    /// <param name="cells">The cells' states, replaced by the next; <paramref name="hidden"/> a row.</param>
    /// <param name="states">Takes the next hidden states; <paramref name="hidden"/> a row.</param>
    /// <param name="hidden">A multiple of 16.</param>
    /// <exception cref="ArgumentException">The sizes do not agree.</exception>
    public void LstmStep(ReadOnlySpan<float> gates, Span<float> cells, Span<float> states, int hidden)
    {
        if (hidden % 16 != 0 || cells.Length % hidden != 0 || gates.Length != 4 * cells.Length || states.Length != cells.Length)
        {
            throw new ArgumentException("The sizes of gates, cells and states do not agree.");
        }

        Step(gates, cells, states, hidden);
    }

    protected abstract void Multiply(ReadOnlySpan<float> a, int aStride, int rows, PackedMatrix b, Span<float> c, int cStride);

    protected abstract void Step(ReadOnlySpan<float> gates, Span<float> cells, Span<float> states, int hidden);

    private static IEnumerable<Kernels> Find()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            yield return new LaneKernels<Lanes512, Vector512<float>>("AVX-512");
        }

        if (Vector256.IsHardwareAccelerated)
        {
            yield return new LaneKernels<Lanes256, Vector256<float>>("AVX2");
        }

        yield return Portable;
    }

    private sealed class LaneKernels<TLanes, TVector>(string name) : Kernels
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        public override string Name => name;

        protected override void Multiply(ReadOnlySpan<float> a, int aStride, int rows, PackedMatrix b, Span<float> c, int cStride) =>
            MatrixProduct<TLanes, TVector>.AddTo(a, aStride, rows, b, c, cStride);

        protected override void Step(ReadOnlySpan<float> gates, Span<float> cells, Span<float> states, int hidden) =>
            LstmCell<TLanes, TVector>.Step(gates, cells, states, hidden);
    }
}
