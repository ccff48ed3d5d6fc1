using System.Buffers;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>How much of a page reads as UTF-8.</summary>
/// <param name="Good">Well-formed sequences of two to four bytes.</param>
/// <param name="Broken">Ill-formed ones. One that the end of the page cuts off does not count.</param>
internal readonly record struct Utf8Census(int Good, int Broken)
{
    public static Utf8Census Take(ReadOnlySpan<byte> body)
    {
        int good = 0, broken = 0;
        while (true)
        {
            var ascii = body.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return new(good, broken);
            }

            body = body[ascii..];
            var status = Rune.DecodeFromUtf8(body, out _, out var length);
            good += status == OperationStatus.Done ? 1 : 0;
            broken += status == OperationStatus.InvalidData ? 1 : 0;
            body = body[length..];
        }
    }
}
