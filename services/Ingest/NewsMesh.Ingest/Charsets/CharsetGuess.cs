namespace NewsMesh.Ingest;

/// <summary>Guesses the character set of a page that is not UTF-8 and declares nothing that fits.</summary>
/// <remarks>
/// Reads a sample in each candidate and counts characters that are frequent in a language written in it
/// (<see cref="CharsetProfiles"/>): the right reading is made of these, a wrong one of rare letters, symbols and holes.
/// </remarks>
internal static class CharsetGuess
{
    private const int SampleLength = 16 * 1024;

    // A byte below this is never part of a multi-byte character in any candidate (GB18030's rare four-byte form aside).
    private const byte FirstPossibleTrail = 0x40;

    /// <summary>The name of the best candidate; windows-1252 where none stands out.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        var sample = Sample(body);
        var best = CharsetProfiles.All[0].Charset;
        var bestScore = 0d;
        foreach (var group in CharsetProfiles.All.GroupBy(profile => profile.Charset))
        {
            var text = PageDecoder.DecodeAs(sample, group.Key);
            var score = group.Max(profile => Score(text, profile));
            if (score > bestScore)
            {
                (best, bestScore) = (group.Key, score);
            }
        }

        return best;
    }

    /// <summary>The words with bytes beyond ASCII, so that markup does not crowd them out.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> body)
    {
        var sample = new List<byte>(SampleLength);
        while (!body.IsEmpty && sample.Count < SampleLength)
        {
            var end = body.IndexOfAnyInRange((byte)0, (byte)(FirstPossibleTrail - 1));
            var word = body[..(end < 0 ? body.Length : Math.Min(end + 1, body.Length))];
            body = body[word.Length..];
            if (word.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0)
            {
                sample.AddRange(word[..Math.Min(word.Length, SampleLength)]);
            }
        }

        return [.. sample];
    }

    /// <summary>Mean weight of the characters beyond ASCII, at most 1.</summary>
    private static double Score(string text, CharsetProfile profile)
    {
        var count = 0;
        var sum = 0d;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsAscii)
            {
                count++;
                sum += profile.Weight(rune);
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
