using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Tests.Models;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests.Tagging;

/// <summary>On a small model of random weights, whose tags are nonsense but as many and as mixed as can be.</summary>
public sealed class NeuralTaggerTests
{
    private static readonly string[] Words =
        ["Kim", "of", "the", "Bank", "Inc.", "U.S.", "said", "in", "Paris", ",", "IBM", "3-2", "iPhone", "\u201C", "n\u2019t", "\uD83D\uDE00", "\u00AD", "-"];

    private readonly NeuralTagger _tagger = new(TestModel.File(), Kernels.Supported[0]);

    [Fact]
    public void Every_path_gives_the_same_names()
    {
        var documents = Documents(8, count: 30);
        var expected = _tagger.Tag(documents);

        Assert.True(expected.Sum(names => names.Count) > 500);
        Assert.All(Kernels.Supported, kernels => Assert.Equal(expected, new NeuralTagger(TestModel.File(), kernels).Tag(documents)));
    }

    [Fact]
    public void A_documents_names_depend_neither_on_the_documents_beside_it_nor_on_those_before()
    {
        var documents = Documents(9, count: 60);

        var together = _tagger.Tag(documents);

        Assert.All(documents.Zip(together), pair => Assert.Equal(pair.Second, new NeuralTagger(TestModel.File(), Kernels.Supported[0]).Tag([pair.First])[0]));
        Assert.All(documents.Zip(together).Reverse(), pair => Assert.Equal(pair.Second, _tagger.Tag([pair.First])[0]));
    }

    [Fact]
    public void Threads_share_the_tagger()
    {
        var documents = Documents(10, count: 40);
        var expected = _tagger.Tag(documents);

        Parallel.For(0, 8, _ => Assert.Equal(expected, _tagger.Tag(documents)));
    }

    [Fact]
    public void Names_stay_within_their_sentence_and_do_not_overlap()
    {
        foreach (var (document, names) in Documents(11, count: 50) is var documents ? documents.Zip(_tagger.Tag(documents)) : [])
        {
            var end = 0;
            foreach (var name in names)
            {
                Assert.InRange(name.First, end, name.End - 1);
                Assert.Contains(document.Sentences, s => s.Start.Value <= name.First && name.End <= s.End.Value);
                Assert.InRange(name.Confidence, 0, 1);
                Assert.Contains(name.Type, new[] { "PER", "LOC", "ORG", "MISC" });
                end = name.End;
            }
        }
    }

    [Fact]
    public void Equal_words_are_pooled_over_the_document()
    {
        var alone = _tagger.Tag([Document(["Kim", "said"])])[0];
        var pooled = _tagger.Tag([Document(["Kim", "said"], ["the", "Bank", "of", "Kim"], ["Kim", "Inc.", "in", "Paris"])])[0];

        Assert.NotEqual(
            alone.Select(n => n.Confidence), pooled.Where(n => n.First < 2).Select(n => n.Confidence));
    }

    /// <summary>Sentences are cut after 20 words and windows after 200 in this model.</summary>
    [Fact]
    public void A_huge_document_is_tagged_window_by_window()
    {
        var random = new Random(12);
        string[][] sentences = [.. Enumerable.Range(0, 300).Select(_ => random.GetItems(Words, random.Next(1, 100)))];
        var document = Document(sentences);

        var names = _tagger.Tag([document])[0];

        // The first window holds the first sentences whole: what comes after the sentence at its end changes nothing in it.
        var count = 0;
        var whole = sentences.TakeWhile(s => (count += s.Length) <= 200).ToArray();
        var end = whole.Sum(s => s.Length);
        var alone = _tagger.Tag([Document([.. sentences.Take(whole.Length + 1)])])[0].Where(n => n.End <= end).ToList();
        Assert.NotEmpty(alone);
        Assert.Equal(alone, names.Where(n => n.End <= end));
        Assert.All(names, n => Assert.True(n.End - n.First <= 20));
    }

    [Fact]
    public void Any_tokens_are_tagged()
    {
        string[][] sentences = [[], [""], ["\u00AD", "Kim"], ["\uD800", " ", "\n"], [new string('K', 100_000)], ["''"]];

        Assert.All(_tagger.Tag([Document(sentences), Document([])]).SelectMany(n => n), n => Assert.True(n.End > n.First));
    }

    [Fact]
    public void A_cancelled_call_leaves_the_tagger_as_it_was()
    {
        var documents = Documents(13, count: 40);
        var expected = _tagger.Tag(documents);

        Assert.Throws<OperationCanceledException>(() => _tagger.Tag(documents, new CancellationToken(canceled: true)));
        Assert.Equal(expected, _tagger.Tag(documents));
    }

    [Fact]
    public void Tagging_allocates_by_document_not_by_word()
    {
        var random = new Random(14);
        var document = Document([.. Enumerable.Range(0, 60).Select(_ => random.GetItems(Words, 20))]);
        _tagger.Tag([document]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var names = _tagger.Tag([document])[0].Count;

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        // A list of the names found, twice as long at most while it grows, and small change.
        Assert.InRange(allocated, 1, (names * 3 * 32) + 4_000);
    }

    private static List<TokenizedText> Documents(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Document(
            [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.GetItems(Words, random.Next(1, 30)))]))];
    }

    private static TokenizedText Document(params string[][] sentences) => TokenizedText.FromTokens(sentences);
}
