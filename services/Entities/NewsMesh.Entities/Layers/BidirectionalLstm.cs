using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Layers;

/// <summary>
/// A bidirectional LSTM (Graves and Schmidhuber 2005). The input's share of the gates is computed for many words at once
/// (<see cref="Project"/>), then the sequences of a group go through the recurrence in lockstep, a row each, so that every
/// step is a matrix product too.
/// </summary>
internal sealed class BidirectionalLstm
{
    private readonly int _hidden;
    private readonly DenseLayer _input;
    private readonly PackedMatrix _forward;
    private readonly PackedMatrix _backward;

    /// <summary>The layer whose tensors' names start with <paramref name="name"/>.</summary>
    public BidirectionalLstm(ModelFile file, string name, int inputs, int hidden)
    {
        _hidden = hidden;
        _input = new DenseLayer(file, name + ".input", name + ".bias", inputs, 8 * hidden);
        _forward = Recurrent(file, name + ".recurrent.forward", hidden);
        _backward = Recurrent(file, name + ".recurrent.backward", hidden);
    }

    /// <summary>Floats of a word's output: forward state, then backward state.</summary>
    public int OutputSize => 2 * _hidden;

    /// <summary>Floats of a projected word: gates i, f, g, o of the forward direction, then of the backward direction.</summary>
    public int ProjectionSize => 8 * _hidden;

    /// <summary>Projects words; buffers as in <see cref="DenseLayer.Forward"/>.</summary>
    public void Project(Kernels kernels, ReadOnlySpan<float> x, int xStride, int rows, Span<float> projected) =>
        _input.Forward(kernels, x, xStride, rows, projected);

    /// <summary>Runs both directions over a group of sequences, whose words stand one after the other.</summary>
    /// <param name="kernels">What computes.</param>
    /// <param name="lengths">Words of each sequence, not rising.</param>
    /// <param name="projected">Rows of <see cref="ProjectionSize"/>.</param>
    /// <param name="rowOf">The row of each word in <paramref name="projected"/>.</param>
    /// <param name="scratch">Overwritten.</param>
    /// <param name="output">A row of <see cref="OutputSize"/> for each word.</param>
    public void Run(
        Kernels kernels, ReadOnlySpan<int> lengths, ReadOnlySpan<float> projected, ReadOnlySpan<int> rowOf, LstmScratch scratch, Span<float> output)
    {
        var starts = scratch.Starts(lengths.Length);
        var next = 0;
        for (var i = 0; i < lengths.Length; i++)
        {
            starts[i] = next;
            next += lengths[i];
        }

        Run(kernels, new Direction(_forward, isBackward: false), lengths, starts, projected, rowOf, scratch, output);
        Run(kernels, new Direction(_backward, isBackward: true), lengths, starts, projected, rowOf, scratch, output);
    }

    private static PackedMatrix Recurrent(ModelFile file, string name, int hidden) => new(file.Floats(name, hidden, 4 * hidden), hidden, 4 * hidden);

    private void Run(
        Kernels kernels,
        Direction direction,
        ReadOnlySpan<int> lengths,
        ReadOnlySpan<int> starts,
        ReadOnlySpan<float> projected,
        ReadOnlySpan<int> rowOf,
        LstmScratch scratch,
        Span<float> output)
    {
        var (gateSize, half) = (4 * _hidden, direction.IsBackward ? 1 : 0);
        var gates = scratch.Gates(lengths.Length, _hidden);
        var cells = scratch.Cells(lengths.Length, _hidden);
        var states = scratch.States(lengths.Length, _hidden);
        var active = lengths.Length;
        for (var step = 0; lengths.Length > 0 && step < lengths[0]; step++)
        {
            while (lengths[active - 1] <= step)
            {
                active--;
            }

            for (var i = 0; i < active; i++)
            {
                var word = direction.Word(starts[i], lengths[i], step);
                projected.Slice((rowOf[word] * 2 * gateSize) + (half * gateSize), gateSize).CopyTo(gates[(i * gateSize)..]);
            }

            if (step > 0)
            {
                kernels.MultiplyAdd(states, _hidden, active, direction.Recurrent, gates, gateSize);
            }

            var size = active * _hidden;
            kernels.LstmStep(gates[..(4 * size)], cells[..size], states[..size], _hidden);
            for (var i = 0; i < active; i++)
            {
                var word = direction.Word(starts[i], lengths[i], step);
                states.Slice(i * _hidden, _hidden).CopyTo(output[(((2 * word) + half) * _hidden)..]);
            }
        }
    }

    private readonly struct Direction(PackedMatrix recurrent, bool isBackward)
    {
        public PackedMatrix Recurrent => recurrent;

        public bool IsBackward => isBackward;

        public int Word(int start, int length, int step) => start + (isBackward ? length - 1 - step : step);
    }
}
