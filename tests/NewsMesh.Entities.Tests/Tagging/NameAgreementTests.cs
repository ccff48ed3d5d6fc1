using NewsMesh.Entities.Tagging;

namespace NewsMesh.Entities.Tests.Tagging;

public sealed class NameAgreementTests
{
    private static readonly Gazetteer Lists = Gazetteer.Load();

    [Theory]
    [InlineData(0.6, "B-PER")]
    [InlineData(0.95, "B-LOC")]
    public void A_surname_alone_is_a_person_unless_the_tagger_was_sure_of_another_reading(double sureness, string expected)
    {
        var document = Document(["Peter Paris left", "Later Paris slept"], [["B-PER", "I-PER", "O"], ["O", "B-LOC", "O"]], [0.99, sureness]);

        NameAgreement.Apply(document);

        Assert.Equal(["O", expected, "O"], document.ToTagged()[1].Tags);
    }

    [Fact]
    public void A_surname_the_tagger_missed_is_found()
    {
        var document = Document(["Peter Paris left", "Later Paris slept"], [["B-PER", "I-PER", "O"], ["O", "O", "O"]], [0.99, 0.7]);

        NameAgreement.Apply(document);

        Assert.Equal(["O", "B-PER", "O"], document.ToTagged()[1].Tags);
    }

    [Fact]
    public void One_form_has_the_type_most_of_its_mentions_have()
    {
        var document = Document(["Acme grew", "Acme fell", "Acme slept"], [["B-ORG", "O"], ["B-ORG", "O"], ["B-LOC", "O"]], [0.8, 0.8, 0.5]);

        NameAgreement.Apply(document);

        Assert.All(document.ToTagged(), s => Assert.Equal("B-ORG", s.Tags[0]));
    }

    /// <summary>Every token's tag has its sentence's probability.</summary>
    private static DocumentTags Document(string[] sentences, string[][] tags, double[] probabilities)
    {
        var document = new DocumentTags(Array.ConvertAll(sentences, s => new SentenceView(s.Split(' '), Lists)));
        for (var s = 0; s < tags.Length; s++)
        {
            var numbers = Array.ConvertAll(tags[s], TagSet.Parse);
            var marginals = new double[numbers.Length * TagSet.Count];
            for (var i = 0; i < numbers.Length; i++)
            {
                marginals[(i * TagSet.Count) + numbers[i]] = probabilities[s];
            }

            document.Set(s, (numbers, marginals));
        }

        return document;
    }
}
