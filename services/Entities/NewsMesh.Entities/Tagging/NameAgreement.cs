namespace NewsMesh.Entities.Tagging;

/// <summary>
/// Makes names agree within a document: who was introduced in full ("Denis Manturov") is a person where the surname stands
/// alone, and one form has one type (one sense per discourse; Krishnan and Manning 2006).
/// </summary>
internal static class NameAgreement
{
    /// <summary>A bare surname is overruled unless the tagger was surer of another reading than this.</summary>
    private const double SureEnough = 0.9;

    private const int Person = 0;

    public static void Apply(DocumentTags document)
    {
        // In this order: the votes for a bare surname are the very readings that its bearer's full name overrules.
        SpreadMajorityTypes(document);
        SpreadSurnames(document);
    }

    private static void SpreadSurnames(DocumentTags document)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            foreach (var (_, end, type) in document.Spans(s).Where(x => x.Type == Person && x.End - x.Start > 1))
            {
                surnames.Add(document.Sentences[s].Lower[end - 1]);
            }
        }

        for (var s = 0; surnames.Count > 0 && s < document.Sentences.Count; s++)
        {
            var sentence = document.Sentences[s];
            var tags = document.Tags(s);
            for (var i = 0; i < sentence.Count; i++)
            {
                var alone = (i == 0 || !sentence.IsCapitalized(i - 1) || tags[i - 1] == TagSet.Outside)
                    && (i + 1 == sentence.Count || !TagSet.IsInside(tags[i + 1]));
                if (alone && sentence.IsCapitalized(i) && !TagSet.IsInside(tags[i]) && surnames.Contains(sentence.Lower[i])
                    && document.Probability(s, i, tags[i]) < SureEnough)
                {
                    document.Mark(s, i, i + 1, Person);
                }
            }
        }
    }

    private static void SpreadMajorityTypes(DocumentTags document)
    {
        var votes = new Dictionary<string, double[]>(StringComparer.Ordinal);
        ForEachSpan(document, (s, start, end, type, key) =>
        {
            if (!votes.TryGetValue(key, out var sums))
            {
                votes.Add(key, sums = new double[4]);
            }

            for (var t = 0; t < sums.Length; t++)
            {
                sums[t] += document.Probability(s, start, TagSet.Begin(t));
            }
        });

        ForEachSpan(document, (s, start, end, type, key) =>
        {
            var sums = votes[key];
            var winner = Array.IndexOf(sums, sums.Max());
            if (winner != type && document.Probability(s, start, TagSet.Begin(type)) < SureEnough)
            {
                document.Mark(s, start, end, winner);
            }
        });
    }

    private static void ForEachSpan(DocumentTags document, Action<int, int, int, int, string> visit)
    {
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            foreach (var (start, end, type) in document.Spans(s).ToArray())
            {
                visit(s, start, end, type, string.Join(' ', document.Sentences[s].Lower[start..end]));
            }
        }
    }
}
