using NewsMesh.Entities.Numerics;

namespace NewsMesh.Entities.Tests.Numerics;

public sealed class KernelTests
{
    private readonly Random _random = new(4);

    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(4, 16, 64)]
    [InlineData(5, 112, 448)]
    [InlineData(8, 204, 17)]
    [InlineData(9, 1, 65)]
    [InlineData(31, 33, 130)]
    public void A_product_is_right_and_has_the_same_bits_on_every_path(int rows, int depth, int columns)
    {
        var (a, w, start) = (Values(Kernels.PaddedRows(rows) * depth), Values(depth * columns), Values(rows * columns));
        var matrix = new PackedMatrix(w, depth, columns);
        var portable = Product(Kernels.Portable, a, rows, matrix, start);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                double sum = start[(row * columns) + column];
                for (var k = 0; k < depth; k++)
                {
                    sum += (double)a[(row * depth) + k] * w[(k * columns) + column];
                }

                Assert.Equal(sum, portable[(row * columns) + column], 1e-4);
            }
        }

        Assert.All(Kernels.Supported, kernels => Assert.Equal(portable, Product(kernels, a, rows, matrix, start)));
    }

    [Fact]
    public void A_row_of_a_product_does_not_depend_on_the_rows_beside_it()
    {
        const int Depth = 50;
        var (a, matrix) = (Values(24 * Depth), new PackedMatrix(Values(Depth * 64), Depth, 64));
        var all = Product(Kernels.Supported[0], a, 20, matrix, new float[20 * 64]);

        for (var row = 0; row < 16; row++)
        {
            Assert.Equal(all[(row * 64)..((row + 1) * 64)], Product(Kernels.Supported[0], a[(row * Depth)..], 1, matrix, new float[64]));
        }
    }

    [Fact]
    public void A_step_of_an_LSTM_is_right_and_has_the_same_bits_on_every_path()
    {
        const int Hidden = 48;
        var (gates, cells) = (Values(5 * 4 * Hidden, 6), Values(5 * Hidden, 3));
        (gates[0], gates[Hidden], gates[2 * Hidden], gates[3 * Hidden], cells[1]) = (1e6f, -1e6f, 200, -200, 1e6f);
        var (nextCells, states) = Step(Kernels.Portable, gates, cells, Hidden);

        for (var i = 0; i < cells.Length; i++)
        {
            var z = ((i / Hidden) * 4 * Hidden) + (i % Hidden);
            var cell = (Sigmoid(gates[z + Hidden]) * cells[i]) + (Sigmoid(gates[z]) * Math.Tanh(gates[z + (2 * Hidden)]));
            Assert.Equal(cell, nextCells[i], 1e-6 * (1 + Math.Abs(cell)));
            Assert.Equal(Sigmoid(gates[z + (3 * Hidden)]) * Math.Tanh(cell), states[i], 1e-6);
        }

        Assert.All(Kernels.Supported, kernels =>
        {
            var (otherCells, otherStates) = Step(kernels, gates, cells, Hidden);
            Assert.Equal(nextCells, otherCells);
            Assert.Equal(states, otherStates);
        });
    }

    [Fact]
    public void Buffers_that_are_too_short_are_refused()
    {
        var matrix = new PackedMatrix(new float[16 * 64], 16, 64);
        Assert.All(Kernels.Supported, kernels =>
        {
            Assert.Throws<ArgumentException>(() => kernels.MultiplyAdd(new float[7 * 16], 16, 1, matrix, new float[8 * 64], 64));
            Assert.Throws<ArgumentException>(() => kernels.MultiplyAdd(new float[8 * 16], 16, 1, matrix, new float[7 * 64], 64));
            Assert.Throws<ArgumentException>(() => kernels.MultiplyAdd(new float[8 * 16], 15, 1, matrix, new float[8 * 64], 64));
            Assert.Throws<ArgumentException>(() => kernels.LstmStep(new float[64], new float[16], new float[32], 16));
            Assert.Throws<ArgumentException>(() => kernels.LstmStep(new float[60], new float[15], new float[15], 15));
        });
        Assert.Throws<ArgumentException>(() => new PackedMatrix(new float[5], 2, 3));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static float[] Product(Kernels kernels, float[] a, int rows, PackedMatrix matrix, float[] start)
    {
        var c = new float[Kernels.PaddedRows(rows) * matrix.Stride];
        for (var row = 0; row < rows; row++)
        {
            start.AsSpan(row * matrix.Columns, matrix.Columns).CopyTo(c.AsSpan(row * matrix.Stride));
        }

        var padded = a.Length < Kernels.PaddedRows(rows) * matrix.Rows ? [.. a, .. new float[Kernels.PaddedRows(rows) * matrix.Rows]] : a;
        kernels.MultiplyAdd(padded, matrix.Rows, rows, matrix, c, matrix.Stride);
        return [.. Enumerable.Range(0, rows).SelectMany(row => c[(row * matrix.Stride)..((row * matrix.Stride) + matrix.Columns)])];
    }

    private static (float[] Cells, float[] States) Step(Kernels kernels, float[] gates, float[] cells, int hidden)
    {
        var (next, states) = ((float[])cells.Clone(), new float[cells.Length]);
        kernels.LstmStep(gates, next, states, hidden);
        return (next, states);
    }

    private float[] Values(int count, double scale = 1) => [.. Enumerable.Range(0, count).Select(_ => (float)(((_random.NextDouble() * 2) - 1) * scale))];
}
