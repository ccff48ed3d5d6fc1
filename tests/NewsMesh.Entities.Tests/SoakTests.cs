using System.Runtime.CompilerServices;
using System.Text;
using NewsMesh.Entities.Numerics;
using NewsMesh.Entities.Tagging;
using NewsMesh.Entities.Tests.Models;

namespace NewsMesh.Entities.Tests;

/// <summary>Memory after much work is what it was after a little.</summary>
[Collection(SoakTests.Name)]
[CollectionDefinition(SoakTests.Name, DisableParallelization = true)]
public sealed class SoakTests
{
    public const string Name = "Alone in the process";

    private readonly Random _random = new(15);

    [Fact]
    public void Memory_does_not_grow_with_the_articles_seen()
    {
        var recognizer = new EntityRecognizer(new NeuralTagger(TestModel.File(), Kernels.Supported[0]));
        Recognize(recognizer, articles: 300);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Recognize(recognizer, articles: 1_500);

        // The words that are kept between articles have their limit; a list or a table may still double once.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);
    }

    [Fact]
    public void A_huge_article_takes_its_memory_with_it()
    {
        var recognizer = new EntityRecognizer(new NeuralTagger(TestModel.File(), Kernels.Supported[0]));
        Recognize(recognizer, articles: 50);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        // A token of eight million letters has to be held to be looked up, but not for ever.
        RecognizeHuge(recognizer);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);
    }

    /// <summary>In a frame of its own, which holds nothing when the memory is counted.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RecognizeHuge(EntityRecognizer recognizer) => recognizer.Recognize(null, new string('K', 8_000_000));

    private void Recognize(EntityRecognizer recognizer, int articles)
    {
        for (var i = 0; i < articles; i++)
        {
            var text = new StringBuilder();
            for (var n = _random.Next(20, 120); n > 0; n--)
            {
                text.Append((char)('A' + _random.Next(26))).Append(_random.Next(100_000)).Append(_random.Next(8) == 0 ? ".\n" : " ");
            }

            recognizer.Recognize("A title", text.ToString());
        }
    }
}
