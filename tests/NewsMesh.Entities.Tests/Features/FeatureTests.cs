using System.Runtime.InteropServices;
using NewsMesh.Entities.Features;

namespace NewsMesh.Entities.Tests.Features;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("Kim", "Kim")]
    [InlineData("O\u2019Brien", "O'Brien")]
    [InlineData("\u201C", "\"")]
    [InlineData("''", "\"")]
    [InlineData("``", "\"")]
    [InlineData("\u2019\u2019", "\"")]
    [InlineData("'''", "'''")]
    [InlineData("Mos\u00ADcow", "Moscow")]
    [InlineData("\u00AD", "\u00AD")]
    [InlineData("\u2026", "...")]
    [InlineData("a\u2013b\u2014c", "a-b-c")]
    [InlineData("1\u00A0000", "1 000")]
    [InlineData("\uD83D\uDE00\uFE0F", "\uD83D\uDE00")]
    [InlineData("\uD83D", "\uD83D")]
    [InlineData("", "")]
    public void A_word_has_a_normal_form(string word, string normal) => Assert.Equal(normal, NormalForm.Of(word));

    [Theory]
    [InlineData("McDonald", "XxXxx")]
    [InlineData("U.S.", "X.X.")]
    [InlineData("IBM", "XX")]
    [InlineData("2-1", "d-d")]
    [InlineData("1996", "dd")]
    [InlineData("北京", "oo")]
    [InlineData("\uD83D\uDE00", "??")]
    [InlineData("A1b2C3d4E5f6", "XdxdXdxdXd")]
    [InlineData("", "")]
    public void A_shape_cuts_runs(string word, string shape)
    {
        var target = new char[WordShape.MaxLength];

        Assert.Equal(shape, new string(target, 0, WordShape.Write(word, target)));
    }

    [Fact]
    public void A_hash_is_found_where_it_is()
    {
        var random = new Random(6);
        uint[] hashes = [.. Enumerable.Range(0, 5000).Select(_ => (uint)random.NextInt64(1L << 32)).Append(0u).Append(uint.MaxValue).Distinct().Order()];
        var index = new HashIndex(MemoryMarshal.AsBytes(hashes.AsSpan()).ToArray());

        Assert.All(hashes, (hash, i) => Assert.Equal(i, index.Find(hash)));
        Assert.All(
            Enumerable.Range(0, 5000).Select(_ => (uint)random.NextInt64(1L << 32)),
            hash => Assert.Equal(Math.Max(-1, Array.BinarySearch(hashes, hash)), index.Find(hash)));
        Assert.Throws<InvalidDataException>(() => new HashIndex(MemoryMarshal.AsBytes<uint>([2, 1]).ToArray()));
        Assert.Equal(-1, new HashIndex(default).Find(7));
    }

    [Fact]
    public void Interned_texts_are_numbered_as_they_come()
    {
        var random = new Random(7);
        var interner = new TextInterner();
        for (var round = 0; round < 2; round++)
        {
            var known = new List<string>();
            for (var i = 0; i < 5000; i++)
            {
                var text = new string('x', random.Next(4)) + random.Next(2000);
                var expected = known.IndexOf(text);
                if (expected < 0)
                {
                    expected = known.Count;
                    known.Add(text);
                }

                Assert.Equal(expected, interner.Intern(text));
            }

            Assert.Equal(known, Enumerable.Range(0, interner.Count).Select(i => interner[i].ToString()));
            interner.Clear();
            Assert.Equal(0, interner.Count);
        }
    }
}
