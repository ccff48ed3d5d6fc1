using System.Text;

namespace NewsMesh.Entities.Tsv;

/// <summary>
/// Reads pre-tokenised text in the form of the CoNLL-2003 files: token TAB tag lines, a blank line between sentences,
/// <c>-DOCSTART-</c> between documents. Streams: one document is in memory at a time.
/// </summary>
public sealed class TsvDocumentReader
{
    /// <summary>Longest line in characters.</summary>
    public const int MaxLineLength = 1 << 20;

    /// <summary>Lines after which a document is cut at its next blank line, so that a file without document starts streams too.</summary>
    public const int SoftDocumentLines = 5_000;

    /// <summary>Lines after which a document is cut anywhere.</summary>
    public const int HardDocumentLines = 100_000;

    private const string DocumentStart = "-DOCSTART-";

    private readonly TextReader _reader;
    private readonly StringBuilder _line = new();
    private long _number;

    public TsvDocumentReader(TextReader reader) => _reader = reader;

    /// <summary>The documents in order; all their lines together are all lines of the file. Can be enumerated once.</summary>
    /// <exception cref="FormatException">A line is neither blank nor a token and a tag, or is too long; the message has its number.</exception>
    public IEnumerable<TsvDocument> Read()
    {
        var lines = new List<TsvLine>();
        var hasStarts = false;
        while (ReadLine() is { } raw)
        {
            var line = Parse(raw);
            var isStart = raw.StartsWith(DocumentStart, StringComparison.Ordinal);
            var isFull = lines.Count >= HardDocumentLines || (lines.Count >= SoftDocumentLines && lines[^1].Token is null);
            if (lines.Count > 0 && (isStart || isFull))
            {
                yield return new TsvDocument(lines, !hasStarts);
                lines = [];
            }

            hasStarts |= isStart;
            lines.Add(line);
        }

        if (lines.Count > 0)
        {
            yield return new TsvDocument(lines, !hasStarts);
        }
    }

    private TsvLine Parse(string raw)
    {
        if (string.IsNullOrWhiteSpace(raw) || raw.Split('\t', 2)[0] == DocumentStart)
        {
            return new TsvLine(null, "", raw);
        }

        var first = raw.IndexOf('\t', StringComparison.Ordinal);
        if (first <= 0)
        {
            throw new FormatException($"Line {_number}: expected a token, a tab and a tag.");
        }

        return new TsvLine(raw[..first], raw[(raw.LastIndexOf('\t') + 1)..], raw);
    }

    /// <summary>As <see cref="TextReader.ReadLine"/>, but never takes more than a line's limit into memory; LF or CRLF ends a line.</summary>
    private string? ReadLine()
    {
        _line.Clear();
        _number++;
        int c;
        while ((c = _reader.Read()) >= 0 && c != '\n')
        {
            if (_line.Length == MaxLineLength)
            {
                throw new FormatException($"Line {_number}: longer than {MaxLineLength} characters.");
            }

            _line.Append((char)c);
        }

        if (c < 0 && _line.Length == 0)
        {
            return null;
        }

        if (_line.Length > 0 && _line[^1] == '\r')
        {
            _line.Length--;
        }

        return _line.ToString();
    }
}
