namespace NewsMesh.Entities.Tagging;

/// <summary>Turns a token in its sentence and document into hashed binary features (after Ratinov and Roth 2009).</summary>
internal sealed class FeatureExtractor
{
    private const uint Outside = 0x9E3779B9;

    private readonly SentenceView _sentence;
    private readonly uint[] _words;
    private readonly uint[] _shapes;
    private readonly DocumentEvidence.Hints[] _hints;

    public FeatureExtractor(SentenceView sentence, DocumentEvidence evidence)
    {
        _sentence = sentence;
        _words = Array.ConvertAll(sentence.Lower, w => FeatureHash.Of(DigitsFolded(w)));
        _hints = Array.ConvertAll(sentence.Lower, evidence.Of);
        _shapes = new uint[sentence.Count];
        for (var i = 0; i < _shapes.Length; i++)
        {
            _shapes[i] = FeatureHash.Of(ShapeOf(i));
        }
    }

    /// <summary>Replaces the content of <paramref name="features"/> by the features of token <paramref name="i"/>.</summary>
    public void Extract(int i, List<uint> features)
    {
        features.Clear();
        features.Add(FeatureHash.Mix(0, 0));
        AddWords(i, features);
        AddAffixes(i, features);
        AddShapes(i, features);
        AddLists(i, features);
        AddHints(i, features);
    }

    private void AddWords(int i, List<uint> features)
    {
        uint w = Word(i), before = Word(i - 1), after = Word(i + 1);
        features.Add(FeatureHash.Mix(1, w));
        features.Add(FeatureHash.Mix(2, before));
        features.Add(FeatureHash.Mix(3, after));
        features.Add(FeatureHash.Mix(4, Word(i - 2)));
        features.Add(FeatureHash.Mix(5, Word(i + 2)));
        features.Add(FeatureHash.Mix(6, before, w));
        features.Add(FeatureHash.Mix(7, w, after));
        features.Add(FeatureHash.Mix(8, before, Shape(i)));
        features.Add(FeatureHash.Mix(9, Shape(i), after));
        features.Add(FeatureHash.Mix(10, before, after, Shape(i)));
    }

    private void AddAffixes(int i, List<uint> features)
    {
        var word = _sentence.Lower[i];
        for (var n = 1; n <= 4 && n < word.Length; n++)
        {
            features.Add(FeatureHash.Mix(16 + (uint)n, FeatureHash.Of(word.AsSpan(word.Length - n))));
            features.Add(FeatureHash.Mix(24 + (uint)n, FeatureHash.Of(word.AsSpan(0, n))));
        }

        if (word.Length > 3)
        {
            features.Add(FeatureHash.Mix(32, FeatureHash.Of(word.AsSpan(word.Length - 3)), Shape(i)));
        }
    }

    private void AddShapes(int i, List<uint> features)
    {
        var first = i == 0 ? 1u : 0u;
        features.Add(FeatureHash.Mix(40, Shape(i), first));
        features.Add(FeatureHash.Mix(41, Shape(i - 1), Shape(i)));
        features.Add(FeatureHash.Mix(42, Shape(i), Shape(i + 1)));
        features.Add(FeatureHash.Mix(43, Shape(i - 1), Shape(i), Shape(i + 1)));
        features.Add(FeatureHash.Mix(44, Shape(i + 1), Shape(i + 2), Shape(i)));
    }

    private void AddLists(int i, List<uint> features)
    {
        var mask = Lists(i);
        var cased = _sentence.IsCapitalized(i) ? 1u : 0u;
        for (var bit = 0; bit < Gazetteer.Bits; bit++)
        {
            if ((mask & (1u << bit)) != 0)
            {
                features.Add(FeatureHash.Mix(50, (uint)bit, cased));
            }

            if ((Lists(i - 1) & (1u << bit)) != 0)
            {
                features.Add(FeatureHash.Mix(51, (uint)bit, Shape(i)));
            }

            if ((Lists(i + 1) & (1u << bit)) != 0)
            {
                features.Add(FeatureHash.Mix(52, (uint)bit, Shape(i)));
            }
        }

        features.Add(FeatureHash.Mix(53, mask, Shape(i)));
        features.Add(FeatureHash.Mix(54, Lists(i - 1), mask));
        features.Add(FeatureHash.Mix(55, mask, Lists(i + 1)));
        features.Add(FeatureHash.Mix(56, mask, Word(i - 1)));
        features.Add(FeatureHash.Mix(57, mask, Word(i + 1)));
    }

    private void AddHints(int i, List<uint> features)
    {
        var hints = (uint)_hints[i];
        var first = i == 0 ? 1u : 0u;
        for (var bit = 0; bit < DocumentEvidence.Bits; bit++)
        {
            if ((hints & (1u << bit)) != 0)
            {
                features.Add(FeatureHash.Mix(60, (uint)bit, Shape(i)));
            }
        }

        features.Add(FeatureHash.Mix(61, hints & 3, Shape(i), first));
        features.Add(FeatureHash.Mix(62, hints, Lists(i)));
    }

    private uint Word(int i) => i < 0 ? Outside : i < _words.Length ? _words[i] : ~Outside;

    private uint Shape(int i) => i < 0 ? Outside : i < _shapes.Length ? _shapes[i] : ~Outside;

    private uint Lists(int i) => i >= 0 && i < _sentence.Count ? _sentence.Gazetteer[i] : 0;

    /// <summary>In a headline of capitals the shape is what the rest of the document makes probable.</summary>
    private string ShapeOf(int i)
    {
        if (!_sentence.IsAllCaps || !_sentence.IsCapitalized(i))
        {
            return _sentence.Shapes[i];
        }

        return (_hints[i] & DocumentEvidence.Hints.SeenSmall) != 0 ? "x"
            : (_hints[i] & DocumentEvidence.Hints.SeenCapitalizedInside) != 0 ? "Xx" : "?";
    }

    private static string DigitsFolded(string word) =>
        word.AsSpan().ContainsAnyInRange('0', '9') ? string.Create(word.Length, word, (span, w) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiDigit(w[i]) ? '0' : w[i];
            }
        }) : word;
}
