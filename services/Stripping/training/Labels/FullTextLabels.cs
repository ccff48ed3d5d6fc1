namespace NewsMesh.Stripping.Training.Labels;

/// <summary>Which blocks of a page are its article, by a full text made by hand.</summary>
/// <remarks>
/// Each block may stand at some places of the text; the heaviest chain of blocks whose places rise with their order on the page is the
/// article. So a short line, which occurs anywhere by chance, and a second copy count only where they fit between their neighbours.
/// </remarks>
internal static class FullTextLabels
{
    private const int Gram = 4;
    private const int LongTokens = 8;
    private const double CoveredShare = 0.5;

    // Places tried for one short block.
    private const int MostPlaces = 20;

    // The ends of a place may be off by the words of its first and last runs.
    private const int Slack = 2;

    // In blocks: pictures and cross-links stand between an article's parts, menus further off. In words: what a leap costs.
    private const int Reach = 12;
    private const double LeapCost = 3;

    private readonly record struct Place(int Block, int Start, int End, double Words);

    /// <summary>1 for each block of the article, 0 for the others.</summary>
    public static int[] Of(IReadOnlyList<string> blocks, string truth)
    {
        var words = Tokens.Of(truth);
        var grams = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            Add(grams, words[i], i);
            if (i + Gram <= words.Length)
                Add(grams, string.Join(' ', words, i, Gram), i);
        }

        var places = new List<Place>();
        for (var block = 0; block < blocks.Count; block++)
        {
            var tokens = Tokens.Of(blocks[block]);
            if (tokens.Length >= LongTokens)
                places.AddRange(Long(tokens, grams).Select(p => p with { Block = block }));
            else if (tokens.Length > 0)
                places.AddRange(Short(tokens, words, grams).Select(p => p with { Block = block }));
        }

        var labels = new int[blocks.Count];
        foreach (var place in Chain(places))
            labels[place.Block] = 1;
        return labels;
    }

    private static void Add(Dictionary<string, List<int>> grams, string gram, int at)
    {
        if (!grams.TryGetValue(gram, out var list))
            grams[gram] = list = [];
        list.Add(at);
    }

    // A place is where most runs of the block agree on its first word.
    private static IEnumerable<Place> Long(string[] tokens, Dictionary<string, List<int>> grams)
    {
        var runs = tokens.Length - Gram + 1;
        var starts = new Dictionary<int, int>();
        var found = 0;
        for (var i = 0; i < runs; i++)
        {
            if (!grams.TryGetValue(string.Join(' ', tokens, i, Gram), out var at))
                continue;
            found++;
            foreach (var place in at.Take(MostPlaces))
                starts[place - i] = starts.GetValueOrDefault(place - i) + 1;
        }

        if (found < runs * CoveredShare)
            yield break;
        var most = starts.Values.Max();
        foreach (var (start, count) in starts.Where(s => s.Value >= most * 0.8).OrderBy(s => s.Key))
            yield return new Place(0, Math.Max(0, start), Math.Max(0, start) + tokens.Length, found * (1 + (0.1 * count / most)));
    }

    private static IEnumerable<Place> Short(string[] tokens, string[] words, Dictionary<string, List<int>> grams)
    {
        if (!grams.TryGetValue(tokens[0], out var starts))
            return [];
        return starts.Where(at => at + tokens.Length <= words.Length && words.AsSpan(at, tokens.Length).SequenceEqual(tokens))
            .Take(MostPlaces).Select(at => new Place(0, at, at + tokens.Length, tokens.Length));
    }

    private static List<Place> Chain(List<Place> places)
    {
        var best = new double[places.Count];
        var from = new int[places.Count];
        var end = -1;
        for (var i = 0; i < places.Count; i++)
        {
            (best[i], from[i]) = (places[i].Words, -1);
            for (var j = i - 1; j >= 0; j--)
            {
                if (places[j].Block == places[i].Block || places[j].End - Slack > places[i].Start)
                    continue;
                var sum = best[j] + places[i].Words - (places[i].Block - places[j].Block > Reach ? LeapCost : 0);
                if (sum > best[i])
                    (best[i], from[i]) = (sum, j);
            }

            end = end < 0 || best[i] > best[end] ? i : end;
        }

        var chain = new List<Place>();
        for (var at = end; at >= 0; at = from[at])
            chain.Add(places[at]);
        return chain;
    }
}
