using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Layers;

/// <summary>The memory of an LSTM's run over one group of sequences.</summary>
internal sealed class LstmScratch
{
    private float[] _gates = [];
    private float[] _cells = [];
    private float[] _states = [];
    private int[] _starts = [];

    public Span<float> Gates(int sequences, int hidden) => Buffers.Take(ref _gates, Kernels.PaddedRows(sequences) * 4 * hidden);

    public Span<float> Cells(int sequences, int hidden) => Cleared(ref _cells, Kernels.PaddedRows(sequences) * hidden);

    public Span<float> States(int sequences, int hidden) => Cleared(ref _states, Kernels.PaddedRows(sequences) * hidden);

    public Span<int> Starts(int sequences) => Buffers.Take(ref _starts, sequences);

    private static Span<float> Cleared(ref float[] buffer, int length)
    {
        var span = Buffers.Take(ref buffer, length);
        span.Clear();
        return span;
    }
}
