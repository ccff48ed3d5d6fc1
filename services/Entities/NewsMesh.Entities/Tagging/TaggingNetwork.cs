using NewsMesh.Entities.Features;
using NewsMesh.Entities.Layers;
using NewsMesh.Entities.Models;
using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Tagging;

/// <summary>
/// The network: input, bidirectional LSTM, pooling over the document, bridge, bidirectional LSTM, output. Immutable; all that
/// changes is in <see cref="NetworkMemory"/>.
/// </summary>
internal sealed class TaggingNetwork
{
    /// <summary>
    /// Sequences in lockstep: enough rows to keep the multiplication busy, few enough that a group's gates stay in the cache.
    /// </summary>
    private const int GroupSize = 16;

    private readonly Kernels _kernels;
    private readonly InputLayer _input;
    private readonly BidirectionalLstm _first;
    private readonly BridgeLayer _bridge;
    private readonly BidirectionalLstm _second;
    private readonly DenseLayer _output;

    public TaggingNetwork(ModelFile file, Kernels kernels)
    {
        var sizes = file.Header.Architecture;
        _kernels = kernels;
        _input = new InputLayer(file);
        _first = new BidirectionalLstm(file, "lstm1", sizes.Input, sizes.Hidden1);
        _bridge = new BridgeLayer(file, 2 * sizes.Hidden1, sizes.Bridge);
        _second = new BidirectionalLstm(file, "lstm2", sizes.Bridge, sizes.Hidden2);
        _output = new DenseLayer(file, "output.weight", "output.bias", 2 * sizes.Hidden2, file.Header.Labels.Count);
    }

    public WordFeatures Features => _input.Features;

    /// <summary>Floats from one row of scores to the next.</summary>
    public int OutputStride => _output.Stride;

    public NetworkMemory NewMemory() => new(_first.OutputSize);

    /// <summary>Computes the scores of a batch's labels.</summary>
    /// <param name="batch">Arranged.</param>
    /// <param name="memory">Overwritten.</param>
    /// <param name="emit">Gets each group's scores, with the place of its first sequence in the batch's order and their number.</param>
    /// <param name="ct">Checked between groups.</param>
    public void Run(TokenBatch batch, NetworkMemory memory, GroupScores emit, CancellationToken ct)
    {
        ProjectWords(batch, memory);
        // A group may start at any row: its last block of rows reaches up to a block beyond the last word.
        var states = Buffers.Take(ref memory.States, (batch.Tokens + Kernels.RowBlock) * _first.OutputSize);
        foreach (var group in Groups(batch))
        {
            ct.ThrowIfCancellationRequested();
            _first.Run(
                _kernels, group.Lengths(batch), memory.Words, batch.WordOfRow.Slice(group.Row, group.Rows), memory.Lstm,
                states[(group.Row * _first.OutputSize)..]);
        }

        memory.Clock?.Lap(Stage.Recurrence);
        Pool(batch, memory, states);
        foreach (var group in Groups(batch))
        {
            ct.ThrowIfCancellationRequested();
            emit(group.First, group.Count, Score(batch, memory, states, group));
        }
    }

    /// <summary>Projects the words that the memory does not hold from earlier batches.</summary>
    private void ProjectWords(TokenBatch batch, NetworkMemory memory)
    {
        memory.Clock?.Lap(Stage.Lookup);
        var (kept, words) = (memory.Generation == batch.Generation ? memory.WordsProjected : 0, batch.Words);
        var vectors = Buffers.Take(ref memory.Vectors, Kernels.PaddedRows(words - kept) * _input.Size);
        for (var word = kept; word < words; word++)
        {
            _input.Fill(batch.Rows(word), vectors.Slice((word - kept) * _input.Size, _input.Size));
        }

        memory.Clock?.Lap(Stage.Lookup);
        var size = _first.ProjectionSize;
        Buffers.Keep(ref memory.Words, kept * size, (words + Kernels.RowBlock) * size);
        _first.Project(_kernels, vectors, _input.Size, words - kept, memory.Words.AsSpan(kept * size));
        (memory.WordsProjected, memory.Generation) = (words, batch.Generation);
        memory.Clock?.Lap(Stage.Product);
    }

    private void Pool(TokenBatch batch, NetworkMemory memory, ReadOnlySpan<float> states)
    {
        var pooling = memory.Pooling;
        pooling.Start(batch.Pools);
        foreach (var sequence in batch.Sequences)
        {
            for (var row = sequence.Row; row < sequence.Row + sequence.Length; row++)
            {
                pooling.Add(batch.PoolOfRow[row], states.Slice(row * _first.OutputSize, _first.OutputSize));
            }
        }

        pooling.Finish(batch.Pools);
        memory.Clock?.Lap(Stage.Pooling);
        _bridge.ProjectPools(
            _kernels, pooling.Means(batch.Pools), _first.OutputSize, batch.Pools,
            Buffers.Take(ref memory.Pools, Kernels.PaddedRows(batch.Pools) * _bridge.Stride));
        memory.Clock?.Lap(Stage.Product);
    }

    private ReadOnlySpan<float> Score(TokenBatch batch, NetworkMemory memory, ReadOnlySpan<float> states, Group group)
    {
        var padded = Kernels.PaddedRows(group.Rows);
        var bridged = Buffers.Take(ref memory.Bridged, padded * _bridge.Stride);
        _bridge.Forward(
            _kernels, states[(group.Row * _first.OutputSize)..], _first.OutputSize, batch.PoolOfRow.Slice(group.Row, group.Rows),
            memory.Pools, bridged);
        var projected = Buffers.Take(ref memory.Projected, padded * _second.ProjectionSize);
        _second.Project(_kernels, bridged, _bridge.Stride, group.Rows, projected);
        memory.Clock?.Lap(Stage.Product);

        var second = Buffers.Take(ref memory.SecondStates, padded * _second.OutputSize);
        _second.Run(_kernels, group.Lengths(batch), projected, memory.Identity(group.Rows), memory.Lstm, second);
        memory.Clock?.Lap(Stage.Recurrence);

        var scores = Buffers.Take(ref memory.Scores, padded * _output.Stride);
        _output.Forward(_kernels, second, _second.OutputSize, group.Rows, scores);
        memory.Clock?.Lap(Stage.Product);
        return scores;
    }

    private static IEnumerable<Group> Groups(TokenBatch batch)
    {
        var (count, row) = (batch.Sequences.Count, 0);
        for (var first = 0; first < count; first += GroupSize)
        {
            var size = Math.Min(GroupSize, count - first);
            var rows = 0;
            foreach (var length in batch.Lengths.Slice(first, size))
            {
                rows += length;
            }

            yield return new Group(first, size, row, rows);
            row += rows;
        }
    }

    /// <summary>Sequences that go through the network together: their place in the batch's order, and their rows.</summary>
    private readonly record struct Group(int First, int Count, int Row, int Rows)
    {
        public ReadOnlySpan<int> Lengths(TokenBatch batch) => batch.Lengths.Slice(First, Count);
    }
}
