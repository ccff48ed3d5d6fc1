using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage.Tests.Sqlite;

public sealed class BandIndexTests
{
    private readonly BandIndex _index = new();

    [Fact]
    public void What_was_forgotten_takes_no_place()
    {
        for (var entry = 1; entry <= 5; entry++)
            _index.Add(entry, receivedAt: entry, [1]);

        _index.Forget(2);
        _index.Forget(99);
        _index.ForgetBefore(4);

        Assert.Equal([4, 5], _index.Rank([1], receivedFrom: 0, limit: 10));
        Assert.Equal([4], _index.Rank([1], receivedFrom: 0, limit: 1));
        Assert.Equal(5, _index.LastId);
    }

    [Fact]
    public void An_index_that_loses_and_gains_lists_finds_what_a_plain_search_finds()
    {
        var random = new Random(7);
        var kept = new List<(long Entry, long ReceivedAt, long[] Bands)>();
        for (var entry = 1; entry <= 6_000; entry++)
        {
            // More bands than lists, so that no band has more lists than are looked at.
            var bands = Enumerable.Range(0, random.Next(6)).Select(_ => (long)random.Next(20_000)).ToArray();
            kept.Add((entry, entry * 10L, bands));
            _index.Add(entry, entry * 10L, bands);
            if (entry % 500 != 0)
                continue;
            var before = (entry - 1_200) * 10L;
            _index.ForgetBefore(before);
            kept.RemoveAll(list => list.ReceivedAt < before);
            var gone = kept[random.Next(kept.Count)].Entry;
            _index.Forget(gone);
            kept.RemoveAll(list => list.Entry == gone);
            AssertSame(kept, random);
        }
    }

    [Fact]
    public void Lists_of_one_band_cost_a_look_up_no_more_than_the_latest_of_them()
    {
        for (var entry = 1; entry <= 50; entry++)
            _index.Add(entry, receivedAt: -entry, [1, 1]);

        Assert.Equal([.. Enumerable.Range(35, 16).Reverse().Select(entry => (long)entry)], _index.Rank([1], -100, 100));
        Assert.Empty(_index.Rank([1], receivedFrom: -34, limit: 100));
    }

    [Fact]
    public void Entries_come_in_order_only()
    {
        _index.Add(3, 0, [1]);

        Assert.Throws<ArgumentOutOfRangeException>(() => _index.Add(3, 0, [1]));
    }

    [Theory]
    [InlineData]
    [InlineData(0L)]
    [InlineData(long.MinValue, -1L, 1L << 40, long.MaxValue)]
    public void Bands_are_read_as_they_were_written(params long[] bands) => Assert.Equal(bands, BandBytes.Read(BandBytes.Write(bands)));

    private void AssertSame(List<(long Entry, long ReceivedAt, long[] Bands)> kept, Random random)
    {
        for (var probe = 0; probe < 50; probe++)
        {
            var bands = kept[random.Next(kept.Count)].Bands.Append(random.Next(20_000)).Distinct().ToArray();
            var from = kept[random.Next(kept.Count)].ReceivedAt;
            var found = kept.Where(list => list.ReceivedAt >= from).ToArray();
            var expected = found
                .Select(list => (list.Entry, Weight: bands.Intersect(list.Bands)
                    .Sum(band => IDedupIndex.BandWeight / found.Count(other => other.Bands.Contains(band)))))
                .Where(one => one.Weight > 0)
                .OrderByDescending(one => one.Weight).ThenBy(one => one.Entry)
                .Select(one => one.Entry);
            Assert.Equal(expected.Take(20), _index.Rank(bands, from, limit: 20));
        }
    }
}
