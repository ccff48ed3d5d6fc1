using NewsMesh.Dedup.Stories;

namespace NewsMesh.Dedup.Tests.Stories;

public sealed class StoryStateCodecTests
{
    private static readonly StoryState Story = new()
    {
        StoryId = "s",
        Title = "t",
        FirstAt = Texts.Noon,
        LastAt = Texts.Noon,
        Members = [new StoryMember("a", 0.75f), new StoryMember("b", 1)],
        Sum = TermFields.Empty with
        {
            All = new TermVector([3, 4_000_000_000], [0.5f, 1.25f]),
            Names = new TermVector([7], [1]),
        },
    };

    [Fact]
    public void Decoding_gives_back_what_was_encoded()
    {
        var (confidences, sum) = StoryStateCodec.Decode(StoryStateCodec.Encode(Story));
        Assert.Equal([0.75f, 1], confidences);
        Assert.Equal(Story.Sum.All.Terms, sum.All.Terms);
        Assert.Equal(Story.Sum.All.Weights, sum.All.Weights);
        Assert.Equal(Story.Sum.Names.Terms, sum.Names.Terms);
        Assert.Empty(sum.Figures.Terms);
    }

    [Fact]
    public void Another_version_and_every_cut_state_is_refused()
    {
        var bytes = StoryStateCodec.Encode(Story);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<FormatException>(() => StoryStateCodec.Decode(bytes.AsSpan(0, length)));
        bytes[0]++;
        Assert.Throws<FormatException>(() => StoryStateCodec.Decode(bytes));
    }
}
