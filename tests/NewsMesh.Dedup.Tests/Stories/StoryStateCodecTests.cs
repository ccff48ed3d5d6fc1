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
        Sum = new TermVector([3, 4_000_000_000], [0.5f, 1.25f]),
    };

    [Fact]
    public void Decoding_gives_back_what_was_encoded()
    {
        var (confidences, sum) = StoryStateCodec.Decode(StoryStateCodec.Encode(Story));
        Assert.Equal([0.75f, 1], confidences);
        Assert.Equal(Story.Sum.Terms, sum.Terms);
        Assert.Equal(Story.Sum.Weights, sum.Weights);
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
