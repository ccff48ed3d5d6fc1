using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Features;

/// <summary>Lines that count up, each beginning with the number after the one before: numbered lists, tables of ranks, stages of a calendar.</summary>
internal sealed class Numbering
{
    // Lines between two numbers: what a list says of each entry.
    private const int Reach = 12;

    // A longer number is a year or a sum.
    private const int MostDigits = 3;
    private const int MostMarks = 2;

    private readonly int[] _own;
    private readonly int[] _around;

    public Numbering(IReadOnlyList<Block> lines)
    {
        int[] numbers = [.. lines.Select(line => Number(line.Text))];
        var previous = new int[numbers.Length];
        _own = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            previous[i] = numbers[i] > 1 ? Before(numbers, i) : -1;
            if (numbers[i] > 0)
                _own[i] = previous[i] < 0 ? 1 : _own[previous[i]] + 1;
        }

        _around = new int[numbers.Length];
        for (var i = numbers.Length - 1; i >= 0; i--)
        {
            _around[i] = Math.Max(_around[i], _own[i]);
            if (previous[i] < 0)
                continue;
            for (var between = previous[i] + 1; between < i; between++)
                _around[between] = Math.Max(_around[between], _own[i]);
            _own[previous[i]] = Math.Max(_own[previous[i]], _own[i]);
        }
    }

    /// <summary>How many lines the count has that a line is one of; 0 for a line without a number.</summary>
    public int Of(int line) => _own[line];

    /// <summary>How many lines the longest count has that a line is one of or stands in; 0 where there is none.</summary>
    public int Around(int line) => _around[line];

    private static int Before(int[] numbers, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            if (numbers[i] == numbers[at] - 1)
                return i;
        }

        return -1;
    }

    // 0 for no number, one that stands alone, and a time or a decimal.
    private static int Number(string line)
    {
        var marks = 0;
        while (marks < MostMarks && marks < line.Length && line[marks] is '#' or '(' or '*')
            marks++;
        var rest = line.AsSpan(marks);
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            digits++;
        if (digits is 0 or > MostDigits || rest.Length < digits + 2 || (rest[digits] is ':' or ',' && char.IsAsciiDigit(rest[digits + 1])))
            return 0;
        return int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture);
    }
}
