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
        Members =
        [
            new StoryMember("a", 0.75f),
            new StoryMember("b", 1, new MemberEvidence
            {
                At = Texts.Noon,
                Title = "Éclair in Paris",
                Source = "Coast Herald",
                CopyOf = "a",
                Closest = 0.5f,
                Entities = [new NamedEntity("PERSON", "Anna Bennett")],
                Terms = TermFields.Empty with
                {
                    All = new TermVector([3, 4_000_000_000], [0.5f, 1.25f]),
                    Names = new TermVector([7], [1]),
                },
            }),
            new StoryMember("c", 0.5f, new MemberEvidence { At = Texts.Noon, Title = "", Terms = TermFields.Empty }),
        ],
    };

    private static readonly string[] Ids = ["a", "b", "c"];

    [Fact]
    public void Decoding_gives_back_what_was_encoded()
    {
        var members = StoryStateCodec.Decode(StoryStateCodec.Encode(Story), Ids);

        Assert.Equal(Story.Members[0], members[0]);
        Assert.Equivalent(Story.Members, members, strict: true);
        Assert.Equal(Story.Members[1].Evidence!.Terms.All.Weights, members[1].Evidence!.Terms.All.Weights);
        Assert.Null(members[2].Evidence!.CopyOf);
    }

    [Fact]
    public void Another_version_and_every_cut_state_is_refused()
    {
        var bytes = StoryStateCodec.Encode(Story);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<FormatException>(() => StoryStateCodec.Decode(bytes[..length], Ids));
        Assert.Throws<FormatException>(() => StoryStateCodec.Decode(bytes, ["a"]));
        bytes[0]++;
        Assert.Throws<FormatException>(() => StoryStateCodec.Decode(bytes, Ids));
    }
}
